using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Versions;

/// <summary>A call that saves a model to, or loads it from, a path that is the same in every run.</summary>
/// <param name="Place">Where the path stands.</param>
sealed record ModelFile(IInvocationOperation Call, string Path, Location Place)
{
    public bool IsSaved => Call.TargetMethod.Name == "Save";

    /// <summary>Null for every other call; the names are asked first, because every call of a project comes by.</summary>
    public static ModelFile? Of(IInvocationOperation call, INamedTypeSymbol catalog)
    {
        if (call.TargetMethod.Name is not ("Save" or "Load" or "LoadWithDataLoader")
            || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, catalog))
            return null;
        foreach (var argument in call.Arguments)
            if (argument is { Parameter.Type.SpecialType: SpecialType.System_String, Value: var value } && ConstantPath.Of(value) is { Length: > 0 } path)
                return new(call, path, value.Syntax.GetLocation());
        return null;
    }
}
