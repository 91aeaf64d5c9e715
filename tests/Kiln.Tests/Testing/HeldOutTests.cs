using Kiln.Testing;

namespace Kiln.Tests.Testing;

public sealed class HeldOutTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("rows ünï ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Rows_are_typed_and_what_is_missing_is_null()
    {
        Write("A.Other", """{ "type": "A.Other", "rows": 0 }""");
        Write("A.Model", """{ "type": "A.Model", "rows": 2 }""", """{ "Price": 0.1, "Count": 9007199254740993, "Paid": true, "Day": "2026-11-30T12:00:00.0000000", "Name": "ünï" }""", """{ "Count": 1 }""");

        var rows = HeldOut.Rows<Row>(_folder, Info("A.Model"));

        Assert.Equal([new Row { Price = 0.1f, Count = 9007199254740993, Paid = true, Day = new DateTime(2026, 11, 30, 12, 0, 0), Name = "ünï" }, new Row { Count = 1 }], rows);
        Assert.Empty(HeldOut.Rows<Row>(_folder, Info("A.Other")));
    }

    [Theory]
    [InlineData("""{ "Count": 1, "Gone": 2 }""")]
    [InlineData("""{ "Price": 1 }""")]
    [InlineData("""{ "Count": """)]
    [InlineData(null)]
    public void Rows_of_another_build_are_refused(string? row)
    {
        Write("A.Model", ["""{ "type": "A.Model", "rows": 1 }""", .. row is null ? [] : (string[])[row]]);

        Assert.Contains("Build the test project again.", Assert.Throws<InvalidDataException>(() => HeldOut.Rows<Row>(_folder, Info("A.Model"))).Message);
    }

    [Fact]
    public void Where_there_are_none_it_says_how_to_get_them()
    {
        Assert.Contains("<KilnTestRows>true</KilnTestRows>", Assert.Throws<FileNotFoundException>(() => HeldOut.Rows<Row>(_folder, Info("A.Model"))).Message);
        Assert.Throws<FileNotFoundException>(() => HeldOut.Rows<Row>(Path.Combine(_folder, "none"), Info("A.Model")));
    }

    void Write(string type, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, type + ".rows.jsonl"), lines);

    static ModelInfo Info(string type) => new()
    {
        Name = "Model", Type = type, Version = "1.0.0", Dataset = "", Label = "", Task = ModelTask.Regression, TrainingRows = 1, HeldOutRows = 1, DataHash = "", ArtifactHash = "",
        Metrics = new Dictionary<Metric, double>(),
    };

    readonly record struct Row
    {
        public float? Price { get; init; }

        public required long Count { get; init; }

        public bool? Paid { get; init; }

        public DateTime? Day { get; init; }

        public string? Name { get; init; }
    }
}
