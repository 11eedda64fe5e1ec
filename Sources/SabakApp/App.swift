import HTTPTypes
import Hummingbird
import SchoolRules
import Store
import Web

/// The product: everything a request needs, made once at the start.
public final class App: Sendable {
    public let store: Store
    public let config: Config
    public let clock: Clock
    /// The backups this server makes by itself, if it was told to.
    public let backups: ScheduledBackup?
    /// The way to found the first school.
    let firstRun: FirstRunDoor
    let ids: Identity
    let passwords: Passwords
    let files: PublicFiles
    /// Failures of signing in, by sign-in name and by address; a whole school sits behind one address.
    let failuresOfName = Throttle(most: 8, window: 15 * 60_000)
    let failuresOfAddress = Throttle(most: 300, window: 15 * 60_000)
    let pulse = Pulse()
    let imports = ImportDesk()
    let metrics: Metrics
    private let routes: [Route]
    private let doors: Doors

    public init(
        store: Store, config: Config, clock: Clock, passwords: Passwords = Passwords(),
        backups: ScheduledBackup? = nil
    ) throws {
        self.store = store
        self.config = config
        self.clock = clock
        self.backups = backups
        self.passwords = passwords
        firstRun = try FirstRunDoor(store: store)
        ids = Identity(node: 1, clock: { Clock.wall.now() })
        files = try PublicFiles(folder: config.publicFolder)
        routes = SiteMap.routes
        metrics = Metrics(routes)
        doors = Doors(routes.map { ($0.method, $0.path) })
    }

    /// The responder that the HTTP server and the tests of pages talk to.
    public var responder: SiteResponder<App> {
        SiteResponder(site: self, files: files, bodySeconds: config.bodySeconds, trustsProxy: config.trustsProxy)
    }
}

extension App: Site {
    public func bodyLimit(_ method: HTTPRequest.Method, _ path: String) -> Int? {
        guard case .door(let number, _) = doors.match(method, path) else { return 4096 }
        return routes[number].bodyLimit
    }

    public func answer(_ asked: Asked) async -> Answer {
        switch doors.match(asked.method, asked.path) {
        case .door(let number, let parameters):
            var asked = asked
            asked.parameters = parameters
            guard !pulse.isOverloaded || Status.isAsked(by: asked) else {
                metrics.countShed()
                return show(.busyServer, to: asked).with(.retryAfter, "3")
            }
            return await timed(asked, through: number)
        case .otherMethods(let allowed):
            return show(.methodNotAllowed, to: asked).with(.allow, allowed.joined(separator: ", "))
        case .nothing: return show(.notFound, to: asked)
        }
    }

    public func refusal(_ status: HTTPResponse.Status, to asked: Asked) -> Answer {
        show(status == .contentTooLarge ? .tooLarge : .tooSlow, to: asked)
    }

    private func timed(_ asked: Asked, through number: Int) async -> Answer {
        let clock = ContinuousClock()
        let start = clock.now
        // Whoever watches must not wait for a thread when all of them wait for the database.
        let crew = Status.isAsked(by: asked) ? nil : store.crew
        let answer = await Arrival.$instant.withValue(start) {
            await withTaskExecutorPreference(crew) { await self.answer(asked, through: self.routes[number]) }
        }
        metrics.count(route: number, status: answer.status, took: start.duration(to: clock.now))
        return answer
    }

    private func answer(_ asked: Asked, through route: Route) async -> Answer {
        do {
            return try await route.answer(asked, self)
        } catch let refusal as Refusal {
            return show(refusal, to: asked)
        } catch is Passwords.Busy {
            return show(.busy, to: asked)
        } catch StoreError.readOnly {
            return show(.schoolIsReadOnly, to: asked)
        } catch let fault as StoreError where fault.kind == .damaged {
            config.log("damaged \(asked.method.rawValue) \(asked.path): \(fault)")
            return show(.dataDamaged, to: asked)
        } catch let fault as StoreError where fault.passes {
            config.log("waiting \(asked.method.rawValue) \(asked.path): \(fault)")
            return show(fault.kind == .full ? .diskFull : .databaseBusy, to: asked).with(.retryAfter, "5")
        } catch {
            let number = Tokens.make(8)
            config.log("fault \(number) \(asked.method.rawValue) \(asked.path): \(error)")
            return show(.fault(number: number), to: asked)
        }
    }

    private func show(_ refusal: Refusal, to asked: Asked) -> Answer {
        let caller = Caller(app: self, asked: asked)
        // Programs, and scripts of a page, read refusals as data.
        if asked.path.hasPrefix("/api/") || asked.wantsData { return Problem.answer(refusal, in: caller.language) }
        if refusal.code == Refusal.notSignedIn.code, asked.method == .get {
            // The practice class has ended, not the day's work.
            if let home = asked.cookie(HomeCookie.name) { return HomeCookie.goHome(home) }
            return .see("/sign-in?next=" + Form.encode(asked.target))
        }
        return ErrorPage.answer(refusal, to: caller)
    }
}

extension StoreError {
    /// Whether waiting and sending the same again is right: a lock, a lost server, a disk that is full for now.
    fileprivate var passes: Bool {
        if case .outcomeUnknown = self { return true }
        return switch kind {
        case .timedOut, .lost, .conflict, .full: true
        default: false
        }
    }
}
