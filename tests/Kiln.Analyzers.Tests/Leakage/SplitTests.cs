using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Leakage;

public sealed class SplitTests
{
    static Task<string[]> Findings(string arguments, params Column[] columns) => Findings(arguments, 100, columns);

    /// <summary>Each id column has 20 values.</summary>
    static async Task<string[]> Findings(string arguments, long rows, params Column[] columns) =>
    [
        .. (await Project(arguments, rows, columns).Findings()).Where(finding => finding.StartsWith("KILN5", StringComparison.Ordinal)),
    ];

    static TestProject Project(string arguments, long rows, Column[] columns) => StandIn.Project
        .Contract(new DataContract
        {
            Dataset = "data",
            Columns = [Columns.Number("x"), Columns.Boolean("y"), .. columns],
            Rows = rows,
            Profile = columns.Where(column => column.Role == ColumnRole.Id)
                .ToDictionary(column => column.Name, _ => new ColumnProfile { Missing = 0, Distinct = 20 }),
        })
        .Source($"using Kiln; [Model(\"data\", Label = \"y\", Version = \"1.0.0\"{arguments})] partial class M;");

    static readonly Column When = Columns.Date("when", role: ColumnRole.Time);

    static readonly Column House = Columns.Text("house", role: ColumnRole.Group);

    static readonly Column Customer = Columns.Text("customer", role: ColumnRole.Id);

    [Fact]
    public async Task Flags_a_random_split_of_rows_in_time() => Assert.Equal(
        ["KILN5003 at Split.Hash: 'when' orders the rows in time and Split.Hash holds rows out at random, so the model is measured on times whose neighbours it saw; "
            + "leave Split out to hold out the latest rows, or give 'when' another role in the contract if the order does not matter"],
        await Findings(", Split = Split.Hash", When));

    [Fact]
    public async Task Flags_a_split_by_row_of_grouped_rows() => Assert.Equal(
        ["KILN5004 at Split.Hash: 'house' groups the rows, and the split is by row, so the model is measured on groups it saw in training; "
            + "leave Split out, or set it to Split.Group"],
        await Findings(", Split = Split.Hash", House));

    [Theory]
    [InlineData("", "\"data\"")]
    [InlineData(", Split = Split.Hash", "Split.Hash")]
    public async Task Flags_a_split_by_row_where_an_id_repeats(string arguments, string at) => Assert.Equal(
        [$"KILN5004 at {at}: 'customer' has 20 values in 100 rows, and the split is by row, so the model is measured on groups it saw in training; "
            + "set Group = \"customer\", or give it role \"ignore\" in the contract if its rows have nothing in common"],
        await Findings(arguments, Customer));

    [Fact]
    public async Task Leaves_the_inferred_splits_alone()
    {
        Assert.Empty(await Findings("", When));
        Assert.Empty(await Findings("", House));
        Assert.Empty(await Findings("", When, House));
        Assert.Empty(await Findings(", Split = Split.Hash"));
    }

    [Fact]
    public async Task Leaves_a_split_by_group_over_time_alone() => Assert.Empty(await Findings(", Split = Split.Group", When, House));

    [Fact]
    public async Task Leaves_an_id_alone_that_the_model_groups_by() => Assert.Empty(await Findings(", Group = \"customer\"", Customer));

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    public async Task Leaves_an_id_alone_that_is_unique_or_nearly(long rows) => Assert.Empty(await Findings("", rows, Customer));
}
