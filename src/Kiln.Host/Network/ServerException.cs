namespace Kiln.Host.Network;

/// <summary>A server gives no answer; the message says why, in words that complete a sentence.</summary>
sealed class ServerException(string reason) : Exception(reason);
