using Kiln.Contracts;
using Kiln.Generators.Text;

namespace Kiln.Generators.Datasets;

/// <summary>Writes a dataset's record: every column of the contract.</summary>
static class DatasetWriter
{
    public static string Write(DatasetTypes dataset)
    {
        var contract = dataset.File.Contract!;
        var writer = new SourceWriter().Line().Line($"namespace {dataset.Namespace};").Line();
        var rows = contract.Rows > 0 ? $", inferred from {Counted.Format(contract.Rows, "row")}" : "";
        writer.Summary($"A row of <c>{Xml.Escape(dataset.File.Dataset)}</c>: {Counted.Format(contract.Columns.Count, "column")}{rows}.");
        writer.Generated().Open($"public sealed partial record {Literal.Name(dataset.TypeName)}");
        var names = Members.Names(contract, dataset.TypeName);
        foreach (var column in contract.Columns)
            Members.Property(writer, column, names[column], contract);
        return writer.Close().ToString();
    }
}
