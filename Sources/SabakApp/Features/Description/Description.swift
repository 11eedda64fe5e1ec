import HTTPTypes
import Web

/// The description of the interface for programs (OpenAPI 3.1), public (A77).
enum Description {
    static let routes: [Route] = [.open(.get, "/api/v1/openapi.json", document)]

    private static let bytes = DescriptionDocument.whole.bytes

    private static func document(_ caller: Caller) -> Answer {
        Answer(headers: [.contentType: "application/json", .cacheControl: "no-cache"], body: bytes)
    }
}
