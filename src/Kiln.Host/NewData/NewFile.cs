using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.NewData;

/// <summary>A file that came, and those before it.</summary>
sealed class NewFile(Partition file, IReadOnlyList<Partition> known) : NewRows(file)
{
    public override IReadOnlyList<RowRange> Known => known;

    public override string Kind => "file";

    public override string Name => "this file";

    public override string All => $"the {Counted.Format(file.Rows, "row")} of this file";

    public override string Count => $"the file has {Counted.Format(file.Rows, "row")}";

    public override string Earlier => known.Count == 1 ? $"'{known[0].FileName}' before it" : FormattableString.Invariant($"the {known.Count:N0} files before it");

    public override string Describe(RowRange partner) =>
        $"in an earlier file too, this one first, most of them in '{((Partition)partner).FileName}': the same file under another name, or periods that overlap?";

    public override FieldPlace Start => file.Source.FindHeader(0);

    public override FieldPlace Find(Column column) => file.Source.FindHeader(file.Source.IndexOf(column.Name));

    public override FieldPlace Find(int row) => file.Source.Find([(row - file.First, 0)], null)[0];
}
