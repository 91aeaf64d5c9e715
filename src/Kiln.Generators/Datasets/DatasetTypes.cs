using Kiln.Contracts;
using Kiln.Generators.Inputs;

namespace Kiln.Generators.Datasets;

/// <summary>A contract and what its record is called.</summary>
sealed record DatasetTypes(ContractFile File, string Namespace, string TypeName)
{
    public string HintName => $"Datasets.{TypeName}.g.cs";

    /// <summary>The readable contracts. Names that differ in case only are told apart too: generated files could not be.</summary>
    public static IEnumerable<DatasetTypes> Create(IEnumerable<ContractFile> contracts, string rootNamespace)
    {
        var files = contracts.OrderBy(static file => file.Dataset, StringComparer.Ordinal).ToList();
        var wanted = files.Select(static file => Identifier.FromHeader(file.Dataset)).ToList();
        var names = Identifier.Distinct(wanted, [], StringComparer.OrdinalIgnoreCase);
        var space = Text.Namespace.Join(rootNamespace, "Datasets");
        return files
            .Select((file, i) => new DatasetTypes(file, space, names[i]))
            .Where(static dataset => dataset.File.Contract is not null);
    }
}
