using Kiln.Contracts.Data;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Models;

/// <summary>The column that says how much each row counts.</summary>
public sealed class RowWeightTests
{
    static readonly Column X = Samples.Column("x", ColumnType.Number), Y = Samples.Column("y", ColumnType.Number), Text = Samples.Column("note", ColumnType.Text);

    static ModelShape? Resolve(out string problems, string? weight = null, ColumnRole role = ColumnRole.Feature, string? group = null, IReadOnlyList<string>? features = null)
    {
        var model = new ModelDefinition { Name = "M", Type = "M", Dataset = "d", Label = "y", Weight = weight, Group = group, Features = features, Location = new("M.cs", 1, 2) };
        var w = new Column { Name = "w", Property = "W", Type = ColumnType.Number, Nullable = true, Role = role };
        var shape = ShapeResolver.Resolve(model, new() { Dataset = "d", Columns = [X, w, Text, Y] }, out var found);
        problems = string.Join(" | ", found.Select(problem => $"{problem.Id} {problem.Argument}: {problem.Message}"));
        return shape;
    }

    [Fact]
    public void It_is_named_by_the_model_or_by_its_role_and_is_no_feature()
    {
        foreach (var shape in new[] { Resolve(out _, weight: "w"), Resolve(out _, role: ColumnRole.Weight) })
            Assert.Equal(("w", "x,note"), (shape!.Weight!.Name, string.Join(',', shape.Features.Select(column => column.Name))));
        Assert.Null(Resolve(out _)!.Weight);
    }

    [Theory]
    [InlineData("y", null, "KILN1056 Weight: 'y' is the label, so each row would count as much as what is to be predicted of it; name another column as Weight")]
    [InlineData("note", null, "KILN1056 Weight: 'note' is a text, which does not say how much a row counts; name another column as Weight, or give it \"type\": \"number\"")]
    [InlineData("w", "w", "KILN1056 Weight: 'w' divides the rows into those that train and those that are held out, so these would not count alike; name another column as Weight")]
    [InlineData("v", null, "KILN1014 Weight: 'v' is not a column of 'd' (did you mean 'x'?); column names must match the file's header exactly")]
    public void What_says_nothing_of_how_much_a_row_counts_is_refused(string weight, string? group, string expected)
    {
        Assert.Null(Resolve(out var problems, weight, group: group));
        Assert.Equal(expected, problems);
    }

    [Fact]
    public void It_is_no_feature_even_where_it_is_named_as_one()
    {
        Assert.Null(Resolve(out var problems, role: ColumnRole.Weight, features: ["x", "w"]));
        Assert.Equal("KILN1056 Features: 'w' says how much each row counts, so it is no feature: who predicts has one row, and no weight; "
            + "remove it from Features, or give it another role in the contract", problems);
    }

    /// <summary>Models without one have the fingerprints that are in their locks.</summary>
    [Fact]
    public void A_definition_with_one_is_another_and_survives_its_way_to_the_host()
    {
        var model = new ModelDefinition { Name = "M", Type = "M", Dataset = "d", Location = new("M.cs", 1, 2) };
        var weighed = DefinitionJson.Read(DefinitionJson.Write(new() { Name = "M", Type = "M", Dataset = "d", Weight = "w", Location = new("M.cs", 1, 2) }));

        Assert.Equal("w", weighed.Weight);
        Assert.DoesNotContain("weight", DefinitionJson.Write(model));
        Assert.NotEqual(DefinitionFingerprint.Compute(model), DefinitionFingerprint.Compute(weighed));
    }
}
