using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Testing;

/// <summary>What MSBuild tells the compiler.</summary>
sealed class TestOptions(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public TestOptions()
        : this(ImmutableDictionary<string, string>.Empty
            .Add("build_property.RootNamespace", "App")
            .Add("build_property.ProjectDir", "/project/"))
    {
    }

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

    public TestOptions With(string name, string value) => new(properties.SetItem("build_property." + name, value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText file) => new Values(file switch
    {
        ContractText contract => ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.KilnDataset", contract.Dataset),
        SignatureText signature => ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.KilnModel", signature.Model),
        _ => [],
    });

    sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
