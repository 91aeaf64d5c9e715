using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>Which calls deal with ML.NET: cheap, as it is asked of every call there is.</summary>
static class MachineLearningCode
{
    /// <summary>A call of ML.NET, or of a method that takes or gives something of it.</summary>
    public static bool Touches(IInvocationOperation call) =>
        IsOfIt(call.TargetMethod.ContainingType)
        || call.TargetMethod.Locations.Any(static place => place.IsInSource)
        && (IsOfIt(call.TargetMethod.ReturnType) || call.TargetMethod.Parameters.Any(static parameter => IsOfIt(parameter.Type)));

    /// <summary>A type of ML.NET, also as an element or a type argument.</summary>
    public static bool IsOfIt(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsOfIt(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } generic when generic.TypeArguments.Any(IsOfIt) => true,
        _ => MachineLearningTypes.IsOwn(type),
    };
}
