import SchoolRules
import Web

/// The record of a lesson for programs.
enum LessonAPI {
    static let routes: [Route] = [
        .needs(.right(.writeLesson), .put, "/api/v1/lessons/{lesson}", record)
    ]

    private struct Body: Decodable {
        let topic, material, homework: String?
        let noHomework, rollConfirmed: Bool?
        let homeworkMinutes: Int?
        let version: Int
    }

    private static func record(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("lesson")
        let body = try JSONBody.decode(Body.self, from: visit.asked)
        let lesson = try await visit.write { writing in
            writing.touchesOnly([])
            let found = try visit.lessonToWrite(id, in: writing.connection)
            try writing.touchesOnly(found.page)
            var wish = LessonWish(version: body.version)
            wish.topic = body.topic
            wish.material = body.material
            wish.homework = body.homework
            wish.noHomework = body.noHomework
            wish.homeworkMinutes = body.homeworkMinutes
            wish.rollConfirmed = body.rollConfirmed
            return try LessonRecording.record(wish, on: found, by: visit, in: writing)
        }
        return .json(LessonJSON(visit).json(lesson, mayWrite: true))
    }
}
