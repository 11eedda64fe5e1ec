import ArgumentParser
import SabakApp
import Store
import Web

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Takes lists out of a school.", subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the lists of all classes as a workbook, a sheet a class.")
        @OptionGroup var options: DataOptions
        @Option(help: "The school's id.") var school: Int64
        @Option(name: .customLong("to"), help: "The .xlsx file to write.") var file: String
        @Flag(help: "Print one JSON value.") var json = false

        func run() async throws {
            let counts: (classes: Int, students: Int)
            do {
                counts = try ClassLists.write(of: try options.open(school: school), to: file, at: Clock.wall.now())
            } catch let problem as ClassLists.NotWritten {
                throw CommandRefusal(words: "\(file) could not be written: \(problem.reason)")
            }
            if json {
                Output.json([
                    "file": .string(file), "classes": .integer(Int64(counts.classes)),
                    "students": .integer(Int64(counts.students)),
                ])
            } else {
                Output.say("\(counts.classes) classes, \(counts.students) students in \(file)")
            }
        }
    }
}
