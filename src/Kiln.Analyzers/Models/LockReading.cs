using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;

namespace Kiln.Analyzers.Models;

/// <summary>A lock that was read, or why it could not be. One that a merge left with conflicts counts as what the next build makes of it.</summary>
sealed record LockReading(ModelLock? Lock, JsonFormatException? Error)
{
    public static LockReading Read(string text)
    {
        try
        {
            return new(MergedLock.Read(text, out _) ?? LockJson.Read(text), null);
        }
        catch (JsonFormatException error)
        {
            return new(null, error);
        }
    }
}
