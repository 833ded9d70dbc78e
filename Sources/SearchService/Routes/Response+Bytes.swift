import HTTPTypes
import Hummingbird

extension Response {
    init(bytes: [UInt8], mediaType: String, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: mediaType], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    init(json bytes: [UInt8]) {
        self.init(bytes: bytes, mediaType: "application/json; charset=utf-8")
    }

    init(page html: HTML, status: HTTPResponse.Status = .ok) {
        self.init(bytes: html.bytes, mediaType: "text/html; charset=utf-8", status: status)
        headers[.contentLanguage] = html.language.rawValue
        headers[.vary] = "Accept-Language"
    }

    /// To a place on this service.
    static func redirect(to link: Link, status: HTTPResponse.Status = .found) -> Response {
        Response(status: status, headers: [.location: link.target])
    }
}
