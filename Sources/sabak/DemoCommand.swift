import ArgumentParser
import Foundation
import SabakApp
import SchoolRules
import Store
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills an empty data directory or database with demo schools of invented people."
    )
    @OptionGroup var options: DataOptions
    @Option(help: "Students in each school.") var students = 620
    @Option(help: "How many schools.") var schools = 1
    @Option(help: "The same seed gives the same schools.") var seed: UInt64 = 1
    @Option(help: "The day at whose nine o'clock the schools stand.") var today = "2026-11-20"
    @Option(help: "KG, KZ or RU.") var country = Country.KG
    @Flag(help: "Print one JSON value.") var json = false

    func run() async throws {
        guard let day = Day(today), (2000...2100).contains(day.year) else {
            throw CommandRefusal(words: "--today wants a day such as 2026-11-20.", code: 2)
        }
        var wish = DemoWish(today: day)
        wish.students = students
        wish.schools = schools
        wish.seed = seed
        wish.country = country
        do {
            show(try Demo.make(wish, in: try options.openOrMake(), report: Output.say))
        } catch let refusal as DemoRefusal {
            throw CommandRefusal(words: refusal.words)
        }
    }

    private func show(_ schools: [DemoSchool]) {
        if json {
            Output.json(["schools": .array(schools.map(value))])
        } else {
            for school in schools { print(table(of: school)) }
            print("sabak serve --data \(options.data) --clock \(today)T09:00")
        }
    }

    private func value(of school: DemoSchool) -> JSON {
        let cast = school.cast.map { member -> (String, JSON) in
            let value: JSON = [
                "login": .string(member.login), "password": .string(member.password), "person": .id(member.person),
            ]
            return (member.role, value)
        }
        return ["id": .id(school.id), "name": .string(school.name), "cast": .object(cast)]
    }

    private func table(of school: DemoSchool) -> String {
        let rows = school.cast.map { [$0.role, $0.name.list, $0.login, $0.password] }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            (0..<4).map { row[$0] + String(repeating: " ", count: widths[$0] - row[$0].count) }.joined(separator: "  ")
        }
        return "\n\(school.name)\n" + lines.joined(separator: "\n") + "\n"
    }
}
