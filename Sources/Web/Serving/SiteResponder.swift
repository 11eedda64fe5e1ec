import HTTPTypes
import Hummingbird
import NIOCore

/// What a site answers: given a whole request, its answer. Errors are the site's own business.
public protocol Site: Sendable {
    /// The largest body, in bytes, that an address takes; nil where it takes none.
    func bodyLimit(_ method: HTTPRequest.Method, _ path: String) -> Int?
    func answer(_ asked: Asked) async -> Answer
    /// The answer to a request that was refused before the site saw it.
    func refusal(_ status: HTTPResponse.Status, to asked: Asked) -> Answer
}

/// Stands between the HTTP server and a site: gathers the body within its limits, answers public files, adds the
/// headers of safety, compresses.
public struct SiteResponder<S: Site>: HTTPResponder {
    public typealias Context = BasicSiteContext

    let site: S
    let files: PublicFiles
    let bodySeconds: Int
    let trustsProxy: Bool

    /// - Parameters:
    ///   - bodySeconds: a body that is not whole by then is refused with 408.
    ///   - trustsProxy: whether `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    public init(site: S, files: PublicFiles, bodySeconds: Int = 20, trustsProxy: Bool = false) {
        self.site = site
        self.files = files
        self.bodySeconds = bodySeconds
        self.trustsProxy = trustsProxy
    }

    public func respond(to request: Request, context: BasicSiteContext) async throws -> Response {
        var asked = asked(request, context)
        guard Self.namesOneHost(request) else {
            return farewell(Answer.text("400 one Host, please", status: .badRequest), to: asked, context)
        }
        do {
            asked.body = try await body(of: request, for: asked)
        } catch let refused as Refused {
            return farewell(site.refusal(refused.status, to: asked), to: asked, context)
        }
        if let answer = files.answer(to: asked) { return response(answer, to: asked) }
        return response(await site.answer(asked), to: asked)
    }

    /// The last answer on a connection: what else comes on it is not read any more.
    private func farewell(_ answer: Answer, to asked: Asked, _ context: BasicSiteContext) -> Response {
        var last = response(answer.with(.connection, "close"), to: asked)
        let body = last.body
        let channel = context.channel
        last.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            channel.triggerUserOutboundEvent(Parting.Farewell(), promise: nil)
        }
        return last
    }

    /// RFC 9112 §3.2: a request that names no host, or two, is refused; servers in a row could read it differently.
    private static func namesOneHost(_ request: Request) -> Bool {
        // The first one has become the authority.
        request.head.authority?.isEmpty == false && !request.headers.contains { $0.name.canonicalName == "host" }
    }

    private struct Refused: Error { let status: HTTPResponse.Status }

    private func asked(_ request: Request, _ context: BasicSiteContext) -> Asked {
        var address = context.address
        var isEncrypted = false
        if trustsProxy {
            isEncrypted = request.headers[.forwardedProtocol] == "https"
            if let last = request.headers[.forwardedFor]?.split(separator: ",").last {
                address = last.filter { $0 != " " }
            }
        }
        let authority = request.head.authority ?? ""
        let host =
            authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return Asked(
            method: request.method, target: request.head.path ?? "/", headers: request.headers, address: address,
            host: String(host), isEncrypted: isEncrypted)
    }

    private func body(of request: Request, for asked: Asked) async throws -> [UInt8] {
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        let isChunked = request.headers[.transferEncoding] != nil
        guard length > 0 || isChunked else { return [] }
        // A body that nobody wants is not worth more than a glance.
        let wanted = site.bodyLimit(asked.method, asked.path)
        let limit = wanted ?? 4096
        guard length <= limit else { throw Refused(status: .contentTooLarge) }
        let body = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                do {
                    let buffer = try await request.body.collect(upTo: limit)
                    return Array(buffer.readableBytesView)
                } catch is NIOTooManyBytesError {
                    throw Refused(status: .contentTooLarge)
                } catch let error as HTTPError where error.status == .contentTooLarge {
                    throw Refused(status: .contentTooLarge)
                }
            }
            // A file on a slow line takes its time: 200 kB more, a second more.
            let seconds = bodySeconds + length / 200_000
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw Refused(status: .requestTimeout)
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
        return wanted == nil ? [] : body
    }

    private func response(_ answer: Answer, to asked: Asked) -> Response {
        var answer = answer
        addSafety(to: &answer, encrypted: asked.isEncrypted)
        compress(&answer, for: asked)
        if asked.method == .head {
            var headers = answer.headers
            headers[.contentLength] = String(answer.body.count)
            return Response(status: answer.status, headers: headers, body: .init())
        }
        guard !answer.body.isEmpty else { return Response(status: answer.status, headers: answer.headers) }
        return Response(
            status: answer.status, headers: answer.headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    private func addSafety(to answer: inout Answer, encrypted: Bool) {
        answer.headers[.contentSecurityPolicy] = """
            default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
            manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
            """
        answer.headers[.xContentTypeOptions] = "nosniff"
        answer.headers[.referrerPolicy] = "same-origin"
        answer.headers[.crossOriginOpenerPolicy] = "same-origin"
        answer.headers[.permissionsPolicy] = "camera=(), microphone=(), geolocation=()"
        if answer.headers[.cacheControl] == nil { answer.headers[.cacheControl] = "no-store" }
        if encrypted { answer.headers[.strictTransportSecurity] = "max-age=31536000" }
    }

    private func compress(_ answer: inout Answer, for asked: Asked) {
        guard answer.body.count > 1400, answer.headers[.contentEncoding] == nil,
            asked.takesGzip, let type = answer.headers[.contentType], type.hasPrefix("text/") || type.contains("json"),
            let packed = Gzip.compress(answer.body, level: 4)
        else { return }
        answer.body = packed
        answer.headers[.contentEncoding] = "gzip"
        answer.headers[.vary] = "Accept-Encoding"
    }
}

/// What the server knows of a connection.
public struct BasicSiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let address: String
    let channel: any Channel

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        address = source.channel.remoteAddress?.ipAddress ?? "127.0.0.1"
    }
}

extension HTTPField.Name {
    static let forwardedFor = named("X-Forwarded-For")
    static let forwardedProtocol = named("X-Forwarded-Proto")
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = named("Permissions-Policy")

    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
