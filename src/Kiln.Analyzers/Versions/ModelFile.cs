using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Versions;

/// <summary>A call that saves a model to, or loads it from, a path that the code says.</summary>
/// <param name="Place">Where the path stands.</param>
sealed record ModelFile(IInvocationOperation Call, string Path, Location Place)
{
    public bool IsSaved => Call.TargetMethod.Name == "Save";

    /// <summary>Null for every other call; the names are asked first, because every call of a project comes by.</summary>
    public static ModelFile? FromCall(IInvocationOperation call, INamedTypeSymbol catalog)
    {
        if (call.TargetMethod.Name is not ("Save" or "Load" or "LoadWithDataLoader")
            || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, catalog))
            return null;
        foreach (var argument in call.Arguments)
            if (argument is { Parameter.Type.SpecialType: SpecialType.System_String, Value: var value })
                return WrittenPath.Read(value) is { } path ? new(call, path, value.Syntax.GetLocation()) : null;
        return null;
    }
}
