/// The cookie that remembers that somebody came from the set-up list. It says nothing about the person.
enum SetupTrail {
    static let name = "setup"
    static let begun = "\(name)=1; Path=/; SameSite=Lax; HttpOnly"
    static let gone = "\(name)=; Path=/; SameSite=Lax; HttpOnly; Max-Age=0"
}
