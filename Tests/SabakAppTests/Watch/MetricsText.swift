import Testing

/// A strict reader of Prometheus' text format 0.0.4, after "Exposition formats" of its documentation.
struct MetricsText {
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    struct Sample {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    private(set) var kinds: [String: String] = [:]
    private(set) var samples: [Sample] = []
    private var helped: Set<String> = []
    private var family = ""

    /// - Throws: ``Refused`` with the line that a scraper would not take.
    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Refused(description: "the last line does not end") }
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            do {
                try take(String(line))
            } catch let refused as Refused {
                throw Refused(description: "\(refused): \(line)")
            }
        }
        try demandWholeHistograms()
    }

    /// The value of the one sample with this name and these labels.
    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        let found = samples.filter { $0.name == name && $0.labels == labels }
        return found.count == 1 ? found[0].value : nil
    }

    private mutating func take(_ line: String) throws {
        if line.hasPrefix("# HELP ") {
            let words = line.dropFirst(7).split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, Self.isName(words[0]), helped.insert(words[0]).inserted else {
                throw Refused(description: "a HELP that is no help")
            }
        } else if line.hasPrefix("# TYPE ") {
            let words = line.dropFirst(7).split(separator: " ").map(String.init)
            guard words.count == 2, Self.isName(words[0]), kinds[words[0]] == nil,
                ["counter", "gauge", "histogram"].contains(words[1])
            else { throw Refused(description: "a TYPE that is none") }
            kinds[words[0]] = words[1]
            family = words[0]
        } else {
            try take(sample: line)
        }
    }

    private mutating func take(sample line: String) throws {
        guard let space = line.lastIndex(of: " "), let value = Self.number(line[line.index(after: space)...]) else {
            throw Refused(description: "no value")
        }
        let head = line[..<space]
        let name = String(head.prefix { $0 != "{" })
        guard Self.isName(name) else { throw Refused(description: "no name") }
        let labels = try Self.labels(head.dropFirst(name.count))
        let kind = kinds[family]
        let endings = kind == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
        guard helped.contains(family), endings.contains(where: { family + $0 == name }) else {
            throw Refused(description: "not under its own TYPE")
        }
        guard kind != "counter" || name.hasSuffix("_total") && value >= 0 else {
            throw Refused(description: "a counter that is none")
        }
        guard !samples.contains(where: { $0.name == name && $0.labels == labels }) else {
            throw Refused(description: "told twice")
        }
        samples.append(Sample(name: name, labels: labels, value: value))
    }

    private func demandWholeHistograms() throws {
        for name in kinds.keys where kinds[name] == "histogram" {
            for count in samples where count.name == name + "_count" {
                let classes = samples.filter { sample in
                    var labels = sample.labels
                    labels["le"] = nil
                    return sample.name == name + "_bucket" && labels == count.labels
                }
                let bounds = classes.compactMap { $0.labels["le"] }.compactMap { Self.number($0[...]) }
                guard bounds.count == classes.count, bounds == bounds.sorted(), bounds.last == .infinity,
                    classes.map(\.value) == classes.map(\.value).sorted(), classes.last?.value == count.value,
                    value(name + "_sum", count.labels) != nil
                else { throw Refused(description: "\(name) is no histogram") }
            }
        }
    }

    private static func isName(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) != nil
    }

    private static func number(_ text: Substring) -> Double? {
        switch text {
        case "+Inf": .infinity
        case "NaN": .nan
        default: text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?/) == nil ? nil : Double(text)
        }
    }

    private static func labels(_ text: Substring) throws -> [String: String] {
        guard !text.isEmpty else { return [:] }
        var labels: [String: String] = [:]
        var rest = text
        guard rest.first == "{", rest.last == "}" else { throw Refused(description: "labels without braces") }
        rest = rest.dropFirst().dropLast()
        while !rest.isEmpty {
            guard let pair = rest.prefixMatch(of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,(?=.)|$)/),
                labels.updateValue(String(pair.2), forKey: String(pair.1)) == nil
            else { throw Refused(description: "labels that cannot be read") }
            rest = rest[pair.range.upperBound...]
        }
        return labels
    }
}
