import SchoolRules

/// Every address of the product with the right it needs, by room.
enum SiteMap {
    static let routes: [Route] = SignIn.routes + Status.routes + Journal.routes + Description.routes
}
