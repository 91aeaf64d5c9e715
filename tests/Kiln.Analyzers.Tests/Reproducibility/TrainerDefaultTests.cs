using System.Reflection;
using Microsoft.ML;

namespace Kiln.Analyzers.Tests.Reproducibility;

/// <summary>The fix that gives a trainer options relies on this: what an options object says by default is what the parameters say.</summary>
public sealed class TrainerDefaultTests
{
    static readonly string[] Racing =
        ["Sdca", "SdcaLogisticRegression", "SdcaNonCalibrated", "SdcaMaximumEntropy", "SgdCalibrated", "SgdNonCalibrated", "KMeans"];

    public static TheoryData<MethodInfo> Overloads =>
    [
        .. new[] { typeof(StandardTrainersCatalog), typeof(KMeansClusteringExtensions) }
            .SelectMany(catalog => catalog.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => Racing.Contains(method.Name) && method.GetParameters().All(parameter => parameter.Name != "options")),
    ];

    [Theory]
    [MemberData(nameof(Overloads), DisableDiscoveryEnumeration = true)]
    public void Options_default_to_what_the_parameters_default_to(MethodInfo method)
    {
        var type = method.ReturnType.GetNestedType("Options")!;
        var options = Activator.CreateInstance(type)!;
        foreach (var parameter in method.GetParameters().Skip(1))
        {
            var member = char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..];
            if (type.GetField(member)?.GetValue(options) is { } set && parameter.DefaultValue is { } value)
                Assert.Equal(value, set);
        }
    }

    [Fact]
    public void Every_racing_trainer_is_there() => Assert.Equal(
        Racing.Order(StringComparer.Ordinal), Overloads.Select(row => row.Data.Name).Distinct().Order(StringComparer.Ordinal));
}
