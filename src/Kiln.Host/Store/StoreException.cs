namespace Kiln.Host.Store;

/// <summary>The store cannot be used; the message says why and what to do.</summary>
sealed class StoreException(string reason) : Exception(reason);
