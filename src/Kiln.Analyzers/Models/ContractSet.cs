using Kiln.Generators.Inputs;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Models;

/// <summary>The project's contracts by dataset.</summary>
sealed class ContractSet
{
    /// <summary>The compiler keeps what was read of a text for as long as the text lives, from one compilation to the next.</summary>
    public static readonly SourceTextValueProvider<ContractReading> Readings = new(static text => ContractReading.Read(text.ToString()));

    readonly Dictionary<string, ContractReading> _contracts = new(StringComparer.Ordinal);

    public ContractSet(AnalyzerOptions options, Func<SourceText, ContractReading> read, CancellationToken stop)
    {
        foreach (var file in options.AdditionalFiles)
            if (BuildOptions.DatasetOf(file, options.AnalyzerConfigOptionsProvider) is { } dataset && !_contracts.ContainsKey(dataset))
                _contracts.Add(dataset, file.GetText(stop) is { } text ? read(text) : ContractReading.Read(""));
        Datasets = options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.KilnDatasets", out var names)
            ? names.Split(['|'], StringSplitOptions.RemoveEmptyEntries)
            : null;
    }

    /// <summary>The project's datasets, with or without a contract; null before a build has told.</summary>
    public IReadOnlyCollection<string>? Datasets { get; }

    public ContractReading? Find(string dataset) => _contracts.TryGetValue(dataset, out var contract) ? contract : null;
}
