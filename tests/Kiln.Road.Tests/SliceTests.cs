using System.Text.Json.Nodes;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Models;
using static Kiln.Road.Tests.StoreProjects;

namespace Kiln.Road.Tests;

/// <summary>A gate that must hold in each value of a column, on real data.</summary>
public class SliceTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    static readonly JsonNode ResultSchema = JsonNode.Parse(Repository.Read("docs", "schemas", "result.schema.json"))!;

    static readonly JsonNode LockSchema = JsonNode.Parse(Repository.Read("docs", "schemas", "lock.schema.json"))!;

    [Fact]
    public void Each_value_with_enough_rows_is_held_to_the_bound_and_stands_in_lock_report_and_result()
    {
        using var project = Ready(new("MicroAccuracy", 0.5, Slice: "sex", MinRows: 20));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        var sliced = Assert.Single(project.Lock("PenguinModel").Slices);
        Assert.Equal(["female", "male"], sliced.Values.Select(value => value.Name));
        Assert.Equal((1, 20), (sliced.Smaller, sliced.MinRows));
        Assert.InRange(project.Lock("PenguinModel").HeldOutRows - sliced.Values.Sum(value => value.Rows), 1, 5);
        var worst = sliced.Values.MinBy(value => value.Metric.Value)!;
        Assert.Contains(FormattableString.Invariant($"| MicroAccuracy where sex is {worst.Name} ({worst.Rows} rows, worst of 2) | {worst.Metric.Value:0.####} | {worst.Metric.Low:0.####} – {worst.Metric.High:0.####} | n/a | n/a | ≥ 0.5 met; 1 value of fewer than 20 rows left out |"), Report(project));
        var gate = Result(project)["models"]![0]!["gates"]![0]!;
        Assert.Equal(("sex", "met", worst.Metric.Value, worst.Name), ((string)gate["slice"]!, (string)gate["verdict"]!, (double)gate["value"]!, (string)gate["slices"]![0]!["name"]!));
        Assert.Equal([""], Ajv.Validate(ResultSchema, [Result(project).ToJsonString()]));
        Assert.Equal([""], Ajv.Validate(LockSchema, [File.ReadAllText(Path.Combine(project.Directory, LockName))]));
    }

    [Fact]
    public void A_value_below_the_bound_is_an_error_at_the_attribute_that_names_it()
    {
        using var project = Ready(new("MicroAccuracy", 0.999, Slice: "sex", MinRows: 20, Because: "both sexes count"));

        Assert.Matches(
            @"PenguinModel\.cs\(4,2\): error KILN4001: MicroAccuracy 0\.\d+ is below the gate 0\.999 on the \d+ held-out rows where 'sex' is '(fe)?male' "
            + @"\(95 % interval 0\.\d+–[01](\.\d+)?(, which holds the gate: too few rows to tell)?\)(; 1 other value misses it too)?; the gate is there because both sexes count; nothing was published: .+",
            project.Train().Error);
        Assert.Equal("missed", (string)Result(project)["models"]![0]!["gates"]![0]!["verdict"]!);
    }

    [Fact]
    public void Where_no_value_has_enough_rows_the_gate_holds_nothing_and_is_missed()
    {
        using var project = Ready(new("MicroAccuracy", 0.1, Slice: "sex"));

        Assert.Matches(
            @"PenguinModel\.cs\(4,2\): error KILN4001: no value of 'sex' has 100 of the 81 held-out rows, so the gate on MicroAccuracy holds nothing; nothing was published: set a smaller MinRows, .+",
            project.Train().Error);
        Assert.Contains("| MicroAccuracy in each sex | n/a | n/a | n/a | n/a | missed; 3 values of fewer than 100 rows left out |", Report(project));
    }

    [Fact]
    public void A_gate_that_is_added_measures_and_trains_nothing_and_a_column_that_is_not_learned_from_may_be_its_slice()
    {
        using var project = RoadProject.Ready(Penguins, Ignoring());
        Assert.Equal(1, project.Train().Trained);

        project.Compile(Ignoring(new Gate("MicroAccuracy", 0.1, Slice: "sex", MinRows: 20)));
        var added = project.Train();

        Assert.True(added.Succeeded, added.Output);
        Assert.Equal(0, added.Trained);
        var slices = project.Lock("PenguinModel").Slices;
        Assert.Equal(2, Assert.Single(slices).Values.Count);

        // What is kept is not believed against the lock, and what the lock says is measured where the rows are.
        project.ReplaceFirst(LockName, "\"name\": \"female\", \"rows\": ", "\"name\": \"female\", \"rows\": 1");
        Assert.True(project.Train().Succeeded);
        Assert.Equal(slices[0].Values, project.Lock("PenguinModel").Slices[0].Values);
    }

    [Fact]
    public void A_clone_without_the_data_decides_by_the_lock_and_says_where_the_lock_does_not_tell()
    {
        using var project = Ready(new("MicroAccuracy", 0.5, Slice: "sex", MinRows: 20));
        project.Store = Path.Combine(project.Directory, "store");
        Assert.True(project.Train().Succeeded);
        using var clone = CloneWithoutData(project);
        clone.Compile(Model(new Gate("MicroAccuracy", 0.5, Slice: "sex", MinRows: 20)));
        var there = clone.Train(locked: true);
        Assert.True(there.Succeeded, there.Output);
        Assert.Contains("MicroAccuracy where sex is ", Report(clone));

        clone.Compile(Model(new Gate("MicroAccuracy", 0.9999, Slice: "sex", MinRows: 20)));
        Assert.Contains("error KILN4001: MicroAccuracy 0.", clone.Train(locked: true).Output);
        clone.Compile(Model(new Gate("MicroAccuracy", 0.5, Slice: "sex", MinRows: 30)));
        Assert.Contains("error KILN0040: there is no model for 'PenguinModel': the data of 'penguins' ('data/penguins.csv') are not on this machine, "
            + "and the lock does not have MicroAccuracy in each value of 'sex' of 30 rows or more, which a gate holds; build where they are and commit the lock", clone.Train(locked: true).Output);
    }

    [Fact]
    public void What_the_compiler_did_not_see_is_told_at_the_gate()
    {
        using var project = Ready(new("MicroAccuracy", 0.5, Slice: "iland"));

        Assert.Matches(@"PenguinModel\.cs\(4,2\): error KILN1014: 'iland' is not a column of 'penguins' \(did you mean 'island'\?\); .+", project.Train().Error);
    }

    static RoadProject Ready(Gate gate) => RoadProject.Ready(Penguins, Model(gate));

    static ModelDefinition Model(params Gate[] gates) =>
        RoadProject.Model("PenguinModel", "penguins", "species", [.. gates.Select(gate => new ModelGate(gate, new("PenguinModel.cs", 4, 2)))]);

    static ModelDefinition Ignoring(params Gate[] gates) => new()
    {
        Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Ignore = ["sex"],
        Gates = [.. gates.Select(gate => new ModelGate(gate, new("PenguinModel.cs", 4, 2)))], Location = new("PenguinModel.cs", 3, 2),
    };

    static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));

    static JsonNode Result(RoadProject project) => JsonNode.Parse(File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "result.json")))!;
}
