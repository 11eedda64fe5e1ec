import Web

/// The shapes of what is answered.
enum DescriptionSchemas {
    static let all: [(String, JSON)] = [
        ("Problem", problem), ("Person", person), ("SignedIn", signedIn), ("Child", child), ("Me", me),
        ("Page", page), ("Student", student), ("Lesson", lesson), ("DayLesson", dayLesson), ("Mark", mark),
        ("Cell", cell), ("PageSheet", pageSheet), ("Result", result), ("DiaryLesson", diaryLesson),
        ("DiaryWeek", diaryWeek), ("FinalSheet", finalSheet), ("FinalResult", finalResult),
    ]

    private static let problem = Describe.object(
        [
            "type": Describe.text, "title": Describe.text, "status": Describe.integer, "detail": Describe.text,
            "code": Describe.text,
            "errors": Describe.list(
                Describe.object(["pointer": Describe.text, "code": Describe.text, "message": Describe.text])),
        ], optional: ["errors"])

    private static let person = Describe.object([
        "id": Describe.id, "name": Describe.text, "roles": Describe.list(Describe.text),
    ])

    private static let signedIn = Describe.object(["token": Describe.text, "person": Describe.named("Person")])

    private static let child = Describe.object(["id": Describe.id, "name": Describe.text, "class": Describe.text])

    private static let me = Describe.object([
        "person": Describe.named("Person"), "roles": Describe.list(Describe.text),
        "children": Describe.list(Describe.named("Child")),
    ])

    private static let page = Describe.object([
        "id": Describe.id, "class": Describe.orNull(Describe.text), "subject": Describe.text,
        "group": Describe.orNull(Describe.text),
        "teachers": Describe.list(Describe.text), "mayWrite": Describe.flag,
    ])

    private static let student = Describe.object([
        "id": Describe.id, "name": Describe.text, "from": Describe.orNull(Describe.day),
        "to": Describe.orNull(Describe.day),
    ])

    private static let lessonFields: [(String, JSON)] = [
        ("id", Describe.id), ("date", Describe.day), ("number", Describe.integer), ("start", Describe.instant),
        ("end", Describe.instant), ("kind", Describe.text), ("topic", Describe.text), ("material", Describe.text),
        ("homework", Describe.text), ("noHomework", Describe.flag), ("homeworkMinutes", Describe.integer),
        ("state", Describe.oneOf(["planned", "due", "incomplete", "complete", "cancelled", "moved"])),
        ("late", Describe.flag), ("substitute", Describe.orNull(Describe.text)), ("rollConfirmed", Describe.flag),
        ("mayWrite", Describe.flag), ("version", Describe.integer),
    ]

    private static let lesson = Describe.object(lessonFields)

    private static let dayLesson = Describe.object(
        lessonFields + [("page", Describe.id), ("class", Describe.text), ("subject", Describe.text)])

    private static let mark = Describe.object([
        "id": Describe.text, "value": Describe.text, "kind": Describe.text, "kindName": Describe.text,
        "weight": ["type": "number"], "maximum": Describe.integer, "comment": Describe.text,
    ])

    private static let absenceFields: [(String, JSON)] = [
        ("code", Describe.text),
        ("category", Describe.oneOf(["present", "late", "ill", "excused", "unexcused", "unknown"])),
        ("minutes", Describe.orNull(Describe.integer)),
    ]

    private static let absence = Describe.object(absenceFields)

    private static let cell = Describe.object([
        "lesson": Describe.id, "student": Describe.id, "value": Describe.text,
        "marks": Describe.list(Describe.named("Mark")), "absence": Describe.orNull(absence), "late": Describe.flag,
        "comment": Describe.text, "version": Describe.integer, "due": Describe.orNull(Describe.day),
    ])

    private static let pageSheet = Describe.object([
        "page": Describe.named("Page"), "term": Describe.integer, "students": Describe.list(Describe.named("Student")),
        "lessons": Describe.list(Describe.named("Lesson")), "cells": Describe.list(Describe.named("Cell")),
    ])

    private static let result = Describe.object(
        [
            "lesson": Describe.id, "student": Describe.id,
            "status": Describe.oneOf(["saved", "conflict", "refused"]), "value": Describe.text,
            "version": Describe.integer, "code": Describe.orNull(Describe.text),
            "message": Describe.orNull(Describe.text), "late": Describe.flag, "comment": Describe.text,
            "average": Describe.text, "by": Describe.text,
        ], optional: ["average", "by"])

    private static let finalSheet = Describe.object([
        "page": Describe.id, "term": Describe.text, "closed": Describe.flag,
        "students": Describe.list(
            Describe.object([
                "id": Describe.id, "name": Describe.text, "average": Describe.orNull(Describe.text),
                "shown": Describe.orNull(Describe.text), "proposal": Describe.orNull(Describe.text),
                "minimum": Describe.object(["needed": Describe.integer, "has": Describe.integer]),
                "finals": Describe.list(
                    Describe.object([
                        "period": Describe.text, "value": Describe.text, "previous": Describe.orNull(Describe.text),
                        "reason": Describe.text, "version": Describe.integer,
                    ])),
            ])),
    ])

    private static let finalResult = Describe.object([
        "student": Describe.id, "period": Describe.text, "status": Describe.oneOf(["saved", "conflict", "refused"]),
        "value": Describe.text, "version": Describe.integer, "code": Describe.orNull(Describe.text),
        "message": Describe.orNull(Describe.text),
    ])

    private static let diaryLesson = Describe.object([
        "id": Describe.id, "number": Describe.integer, "start": Describe.instant, "end": Describe.instant,
        "subject": Describe.text, "teacher": Describe.orNull(Describe.text),
        "substitute": Describe.orNull(Describe.text), "topic": Describe.text, "material": Describe.text,
        "homework": Describe.list(Describe.object(["text": Describe.text, "own": Describe.flag])),
        "marks": Describe.list(
            Describe.object([
                "value": Describe.text, "kind": Describe.text, "kindName": Describe.text,
                "weight": ["type": "number"], "comment": Describe.text, "changedFrom": Describe.orNull(Describe.text),
                "maximum": Describe.integer,
            ])),
        "absence": Describe.orNull(Describe.object(absenceFields + [("text", Describe.text)])),
        "state": Describe.oneOf(["planned", "due", "incomplete", "complete", "cancelled", "moved"]),
    ])

    private static let diaryWeek = Describe.object([
        "student": Describe.named("Child"), "week": Describe.text,
        "days": Describe.list(
            Describe.object(["date": Describe.day, "lessons": Describe.list(Describe.named("DiaryLesson"))])),
    ])
}
