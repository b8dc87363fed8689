namespace ActorTcp.Stack;

/// <summary>RFC 9110 §15, as far as it is used here.</summary>
internal enum HttpStatus
{
    Ok = 200,
    BadRequest = 400,
    NotFound = 404,
    MethodNotAllowed = 405,
    LengthRequired = 411,
    RequestHeaderFieldsTooLarge = 431,
    HttpVersionNotSupported = 505,
}
