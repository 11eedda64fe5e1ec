/// Languages a person may read the product in.
public enum InterfaceLanguage: String, Codable, CaseIterable, Sendable {
    case ky, ru, kk, en
}

/// A name in every language; a missing one does not compile.
public struct Names: Hashable, Codable, Sendable {
    public let ky, ru, kk, en: String

    public init(ky: String, ru: String, kk: String, en: String) {
        self.ky = ky
        self.ru = ru
        self.kk = kk
        self.en = en
    }

    public subscript(language: InterfaceLanguage) -> String {
        switch language {
        case .ky: ky
        case .ru: ru
        case .kk: kk
        case .en: en
        }
    }
}
