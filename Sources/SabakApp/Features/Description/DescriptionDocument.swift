import Web

/// The document: what may be asked, what is answered.
enum DescriptionDocument {
    static let whole: JSON = [
        "openapi": "3.1.0",
        "info": [
            "title": "Sabak", "version": "1",
            "description": """
            The class journal and diary of a school. Ids are text. Times are ISO 8601 with offset, days YYYY-MM-DD. \
            Errors are application/problem+json (RFC 9457) with a code.
            """,
        ],
        "servers": [["url": "/"]],
        "security": [["session": []]],
        "paths": .object(DescriptionPaths.all),
        "components": [
            "securitySchemes": ["session": ["type": "http", "scheme": "bearer"]],
            "schemas": .object(DescriptionSchemas.all),
        ],
    ]
}

/// The words of which the description is made.
enum Describe {
    static let id: JSON = ["type": "string", "pattern": "^-?[0-9]{1,19}$"]
    static let text: JSON = ["type": "string"]
    static let day: JSON = ["type": "string", "format": "date"]
    static let instant: JSON = ["type": "string", "format": "date-time"]
    static let integer: JSON = ["type": "integer"]
    static let flag: JSON = ["type": "boolean"]

    static func text(atMost length: Int64, atLeast: Int64 = 0) -> JSON {
        ["type": "string", "minLength": .integer(atLeast), "maxLength": .integer(length)]
    }

    static func named(_ schema: String) -> JSON { ["$ref": .string("#/components/schemas/" + schema)] }

    static func list(_ element: JSON) -> JSON { ["type": "array", "items": element] }

    static func items(_ element: JSON) -> JSON { object(["items": list(element)]) }

    static func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

    static func oneOf(_ values: [String]) -> JSON {
        ["type": "string", "enum": .array(values.map(JSON.string))]
    }

    /// An object of these fields, all of them there unless named as optional.
    static func object(_ fields: [(String, JSON)], optional: Set<String> = []) -> JSON {
        let required = fields.map(\.0).filter { !optional.contains($0) }
        return .object([
            ("type", "object"), ("properties", .object(fields)), ("required", .array(required.map(JSON.string))),
        ])
    }

    static func object(_ fields: KeyValuePairs<String, JSON>, optional: Set<String> = []) -> JSON {
        object(fields.map { ($0.key, $0.value) }, optional: optional)
    }

    /// An operation: its answers beside the problems every operation may answer.
    static func operation(
        _ name: String, _ summary: String, answers: [(String, String, JSON?)], problems: [String],
        parameters: [JSON] = [], body: JSON? = nil, isOpen: Bool = false
    ) -> JSON {
        var fields: [(String, JSON)] = [("operationId", .string(name)), ("summary", .string(summary))]
        if isOpen { fields.append(("security", [])) }
        if !parameters.isEmpty { fields.append(("parameters", .array(parameters))) }
        if let body {
            fields.append(("requestBody", ["required": true, "content": ["application/json": ["schema": body]]]))
        }
        let good = answers.map { status, words, schema -> (String, JSON) in
            guard let schema else { return (status, ["description": .string(words)]) }
            return (status, ["description": .string(words), "content": ["application/json": ["schema": schema]]])
        }
        let bad = problems.map { status -> (String, JSON) in
            (
                status,
                [
                    "description": .string(reasons[status] ?? "Refused"),
                    "content": ["application/problem+json": ["schema": named("Problem")]],
                ]
            )
        }
        return .object(fields + [("responses", .object(good + bad))])
    }

    static func path(_ name: String, _ words: String) -> JSON {
        ["name": .string(name), "in": "path", "required": true, "description": .string(words), "schema": id]
    }

    static func query(_ name: String, _ words: String, _ schema: JSON) -> JSON {
        ["name": .string(name), "in": "query", "required": false, "description": .string(words), "schema": schema]
    }

    private static let reasons = [
        "400": "Not understood", "401": "Not signed in", "403": "No right, or readable only", "404": "Not found",
        "409": "Changed meanwhile, or closed", "413": "Too large", "415": "Not application/json",
        "422": "A value is not allowed; errors name it", "429": "Too many failures; Retry-After says how long",
        "503": "Busy; try again soon", "408": "Too slow",
    ]
}
