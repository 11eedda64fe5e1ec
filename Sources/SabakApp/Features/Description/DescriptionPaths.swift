import SchoolRules
import Web

/// The addresses.
enum DescriptionPaths {
    static let all: [(String, JSON)] = [
        ("/api/v1/sign-in", ["post": signIn]), ("/api/v1/activate", ["post": activate]),
        ("/api/v1/session", ["delete": signOut]), ("/api/v1/me", ["get": me]),
        ("/api/v1/children", ["get": children]), ("/api/v1/pages", ["get": pages]),
        ("/api/v1/pages/{page}", ["get": page]), ("/api/v1/pages/{page}/entries", ["post": entries]),
        ("/api/v1/pages/{page}/finals", ["get": finals, "post": setFinals]),
        ("/api/v1/lessons/{lesson}", ["put": lesson]), ("/api/v1/my-day", ["get": myDay]),
        ("/api/v1/diary/{student}", ["get": diary]), ("/api/v1/openapi.json", ["get": description]),
    ]

    private static let version: JSON = [
        "type": "integer", "format": "int64", "minimum": 0, "maximum": .integer(.max),
    ]

    private static let signIn = Describe.operation(
        "signIn", "Signs in and gives a session token.",
        answers: [("200", "Signed in", Describe.named("SignedIn"))],
        problems: ["400", "401", "408", "413", "415", "422", "429", "503"],
        body: Describe.object(["login": Describe.text, "password": Describe.text]), isOpen: true)

    private static let activate = Describe.operation(
        "activate", "Takes a one-time code, sets the password and signs in.",
        answers: [("200", "Signed in", Describe.named("SignedIn"))],
        problems: ["400", "408", "413", "415", "422", "429", "503"],
        body: Describe.object(
            ["login": Describe.text, "code": Describe.text, "password": Describe.text, "duty": Describe.text],
            optional: ["duty"]),
        isOpen: true)

    private static let signOut = Describe.operation(
        "signOut", "Ends the session.", answers: [("204", "Ended", nil)], problems: ["401"])

    private static let me = Describe.operation(
        "me", "Who is signed in.", answers: [("200", "The person", Describe.named("Me"))], problems: ["401"])

    private static let children = Describe.operation(
        "children", "The children whose diary the person may read.",
        answers: [("200", "Children", Describe.items(Describe.named("Child")))], problems: ["401", "403"])

    private static let pages = Describe.operation(
        "pages", "The journal pages the person may read.",
        answers: [("200", "Pages", Describe.items(Describe.named("Page")))], problems: ["401", "403"])

    private static let page = Describe.operation(
        "page", "A journal page of a term: students, lessons and what stands in the cells.",
        answers: [("200", "The page", Describe.named("PageSheet"))], problems: ["401", "403", "404", "422"],
        parameters: [
            Describe.path("page", "The page"),
            Describe.query(
                "term", "The number of the term; the current one if absent",
                ["type": "integer", "minimum": 1, "maximum": 12]),
        ])

    private static let entries = Describe.operation(
        "setEntries", "Sets cells. Each entry is decided by itself; results come in the order of the request.",
        answers: [("200", "Results", Describe.object(["results": Describe.list(Describe.named("Result"))]))],
        problems: ["400", "401", "403", "404", "408", "413", "415", "422", "503"],
        parameters: [
            Describe.path("page", "The page"),
            [
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": "Names this change; the same key answers the same again for 30 days.",
                "schema": ["type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"],
            ],
        ],
        body: Describe.object([
            "entries": [
                "type": "array", "maxItems": 200,
                "items": Describe.object(
                    [
                        "lesson": Describe.id, "student": Describe.id, "set": Describe.text,
                        "version": Describe.orNull(version), "kind": Describe.orNull(Describe.id),
                        "comment": Describe.orNull(Describe.text(atMost: Int64(JournalForms.longestComment))),
                    ], optional: ["version", "kind", "comment"]),
            ]
        ]))

    private static let finalPeriod = Describe.query(
        "term", "The number of the term, or year; the current term if absent",
        ["type": "string", "pattern": "^([1-9]|1[0-2]|year|exam|final)$"])

    private static let finals = Describe.operation(
        "finals", "The final marks of a page and period: what is proposed, and what stands.",
        answers: [("200", "The sheet", Describe.named("FinalSheet"))], problems: ["401", "403", "404", "422"],
        parameters: [Describe.path("page", "The page"), finalPeriod])

    private static let setFinals = Describe.operation(
        "setFinals", "Sets final marks. Each is decided by itself; results come in the order of the request.",
        answers: [("200", "Results", Describe.object(["results": Describe.list(Describe.named("FinalResult"))]))],
        problems: ["400", "401", "403", "404", "408", "413", "415", "422", "503"],
        parameters: [
            Describe.path("page", "The page"), finalPeriod,
            [
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": "Names this change; the same key answers the same again for 30 days.",
                "schema": ["type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"],
            ],
        ],
        body: Describe.object([
            "finals": [
                "type": "array", "maxItems": 200,
                "items": Describe.object(
                    [
                        "student": Describe.id, "set": Describe.text, "period": Describe.orNull(Describe.text),
                        "reason": Describe.orNull(Describe.text), "version": Describe.orNull(version),
                    ], optional: ["period", "reason", "version"]),
            ]
        ]))

    private static let lesson = Describe.operation(
        "recordLesson", "Replaces the named fields of a lesson.",
        answers: [("200", "The lesson", Describe.named("Lesson"))],
        problems: ["400", "401", "403", "404", "408", "409", "413", "415", "422", "503"],
        parameters: [Describe.path("lesson", "The lesson")],
        body: Describe.object(
            [
                "topic": Describe.text(atMost: 500), "material": Describe.text(atMost: 2000),
                "homework": Describe.text(atMost: 2000), "noHomework": Describe.flag,
                "homeworkMinutes": [
                    "type": "integer", "minimum": 0, "maximum": .integer(Int64(LoadLimits.longestHomework)),
                ],
                "rollConfirmed": Describe.flag, "version": version,
            ], optional: ["topic", "material", "homework", "noHomework", "homeworkMinutes", "rollConfirmed"]))

    private static let myDay = Describe.operation(
        "myDay", "The lessons of a day of the signed-in teacher.",
        answers: [("200", "Lessons", Describe.items(Describe.named("DayLesson")))], problems: ["401", "403", "422"],
        parameters: [Describe.query("date", "The day; today if absent", Describe.day)])

    private static let diary = Describe.operation(
        "diary", "A week of a student's diary.", answers: [("200", "The week", Describe.named("DiaryWeek"))],
        problems: ["401", "403", "404", "422"],
        parameters: [
            Describe.path("student", "The student"),
            Describe.query(
                "week", "An ISO week such as 2026-W47; the current one if absent",
                ["type": "string", "pattern": "^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$"]),
        ])

    private static let description = Describe.operation(
        "description", "This description.", answers: [("200", "OpenAPI 3.1", ["type": "object"])], problems: [],
        isOpen: true)
}
