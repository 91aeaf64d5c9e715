namespace Kiln.Host.Natives;

/// <summary>A native library was found and is of a version whose calls are others: the first one might crash the process.</summary>
sealed class NativeVersionException(string message) : DllNotFoundException(message);
