using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Cache;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Training.Profiles;
using Kiln.Monitoring;
using Kiln.Testing;

namespace Kiln.Host.Tests.Monitoring;

/// <summary>What a model's manifest says of its training data, against what is counted by hand.</summary>
public class TrainingProfileTests
{
    const int Rows = 600;

    /// <summary>A column is called as answers are, one is personal, and a value of 60 is in one row of 30.</summary>
    static string Csv() => "Probability,when,city,person,label\n" + string.Concat(Enumerable.Range(0, Rows).Select(row =>
        $"{(row % 20 == 0 ? "" : (row % 100).ToString(CultureInfo.InvariantCulture))},{new DateTime(2026, 1, 1).AddDays(row / 10):yyyy-MM-dd},"
        + $"{(row % 30 == 0 ? "rare" + row / 30 : "town" + row % 4)},{(row % 2 == 0 ? "Ada" : "Bob")},{(row * 7 % 5 > 2 ? "yes" : "no")}\n"));

    static (ModelProfile Profile, Table Table, ModelRows Rows) Measure()
    {
        using var folder = new DataFolder();
        var dataset = folder.Csv(Csv());
        var inferred = ContractInference.Infer(dataset, null, _ => { });
        var classified = ContractJson.Write(inferred).Replace("\"name\": \"person\",", "\"name\": \"person\", \"classification\": \"personal\",");
        var contract = ContractJson.Read(classified);
        var definition = new ModelDefinition { Name = "M", Type = "M", Dataset = "data", Label = "label", Time = "when", Split = SplitKind.Hash, Location = new("M.cs", 1, 1) };
        var shape = ShapeResolver.Resolve(definition, contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message);
        var table = folder.Load(dataset, contract);
        var rows = new ModelRows(table, shape, null);
        Predictions Predict(int[] some) => new(TaskKind.BinaryClassification, [.. some.Select(row => rows.Examples.Label[row])], [.. some.Select(row => new[] { row % 10 - 4.5f, row % 10 / 10f })]);
        return (new TrainingProfile(rows, Predict(rows.HoldOut.HeldOut), Predict).Measure(), table, rows);
    }

    [Fact]
    public void It_counts_all_rows_of_the_inputs_and_the_held_out_ones_of_the_answers()
    {
        var (profile, table, rows) = Measure();

        Assert.Equal(["Probability", "city", "person", "(Probability)", "PredictedLabel"], profile.Columns.Select(column => column.Name).Where(name => !name.StartsWith("when", StringComparison.Ordinal)));
        var number = profile.Columns[0];
        var values = ((NumberColumn)table["Probability"]).Values;
        for (var bin = 0; bin < number.Bins - 1; bin++)
            Assert.Equal(values.Count(value => (bin == 0 || value > number.Edges[bin - 1]) && (bin == number.Edges.Length || value <= number.Edges[bin])), number.Rows[bin]);
        Assert.Equal((values.Count(double.IsNaN), Rows), (number.Rows[^1], number.Rows.Sum()));
        Assert.All(number.Rows[..^1], count => Assert.InRange(count, Rows / 10 * 0.7, Rows / 10 * 1.3));

        var answers = profile.Columns.First(column => column.Name == "(Probability)");
        Assert.Equal(rows.HoldOut.HeldOut.Length, answers.Rows.Sum());
        Assert.Equal(rows.HoldOut.HeldOut.Count(row => rows.Examples.Label[row] > 0), answers.Positive.Sum());
        Assert.Equal(rows.HoldOut.HeldOut.Count(row => row % 10 > 4), profile.Columns.First(column => column.Name == "PredictedLabel").Rows[1]);
    }

    [Fact]
    public void Frequent_values_have_a_bin_the_others_are_known_and_personal_ones_are_nowhere()
    {
        var profile = Measure().Profile;
        var city = profile.Columns.First(column => column.Name == "city");

        Assert.Equal(["town1", "town3"], city.Values[..2]);
        Assert.Equal((19, 5), (city.Values.Length, city.Others.Length));
        Assert.Equal((5, 0, 0), (city.Rows[19], city.Rows[20], city.Rows[21]));
        var person = profile.Columns.First(column => column.Name == "person");
        Assert.Equal((CountedKind.Presence, 0, 0), (person.Kind, person.Values.Length, person.Others.Length));
        Assert.Equal([Rows, 0], person.Rows);
    }

    /// <summary>What the application loads is what was measured.</summary>
    [Fact]
    public void It_is_read_as_it_was_written()
    {
        var profile = Measure().Profile;
        var json = new JsonWriter();
        ProfileJson.Write(json, profile);
        using var document = System.Text.Json.JsonDocument.Parse(json.ToString());

        var (byHost, byApplication) = (ProfileJson.Read(JsonReader.Read(json.ToString())), ModelProfile.Read(document.RootElement));

        foreach (var read in new[] { byHost, byApplication })
            foreach (var (column, was) in read.Columns.Zip(profile.Columns))
            {
                Assert.Equal((was.Name, was.Kind, was.Parts, was.HasMore), (column.Name, column.Kind, column.Parts, column.HasMore));
                Assert.Equal(was.Edges, column.Edges);
                Assert.Equal(was.Values.Concat(was.Others), column.Values.Concat(column.Others));
                Assert.Equal(was.Rows.Concat(was.Positive), column.Rows.Concat(column.Positive));
                Assert.Equal((was.Spread, was.MissingSpread), (column.Spread, column.MissingSpread), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6);
            }
        Assert.Equal(profile.Columns.Count, byApplication.Columns.Count);
    }
}
