namespace Kiln.Road.Tests;

/// <summary>What is said in the build that infers a contract, and in those after it.</summary>
public class DoubtfulContractTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_contract_is_told_once()
    {
        using var project = new RoadProject();
        project.AddDataset("penguins", Penguins);

        var first = project.InferContracts();

        Assert.True(first.Succeeded, first.Output);
        Assert.Matches(@"penguins\.schema\.json\(1,1\): warning KILN1019: the contract of 'penguins' was inferred from 344 rows, and .+; .+ commit it", first.Output);
        Assert.Single(Warnings(first));
        Assert.Empty(Warnings(project.InferContracts()));
    }

    /// <summary>Nobody misses what was left out by mistake.</summary>
    [Fact]
    public void Columns_that_are_no_inputs_are_named()
    {
        using var project = new RoadProject();
        project.AddDataset("orders", "order,shop,amount\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"A-{i * 7 % 40},Ulm,{i % 9}.5\n")));

        Assert.Contains("builds will not change it; 'order' (id), 'shop' (ignore) are no inputs; review types", project.InferContracts().Output);
    }

    [Fact]
    public void A_doubt_stands_at_its_cell_and_is_told_once()
    {
        using var project = new RoadProject();
        project.AddDataset("penguins", Penguins.Replace(",39.1,18.7,", ",39.l,18.7,"));

        var first = project.InferContracts();

        Assert.Equal(2, Warnings(first).Count);
        Assert.Contains("inferred from 344 rows (1 doubt is reported separately)", first.Output);
        Assert.Matches(@"penguins\.csv\(2,22\): warning KILN1020: 341 of 342 values .+", first.Output);
        Assert.Empty(Warnings(project.InferContracts()));
    }

    [Fact]
    public void A_label_that_counts_as_missing_is_told_at_its_row()
    {
        using var project = new RoadProject();
        project.AddDataset("answers", "x,steps,approved\n" + string.Concat(Enumerable.Range(0, 120).Select(i =>
            $"{i % 10}.5,{(i % 9 == 0 ? "-" : i % 9)},{(i % 3) switch { 0 => "+", 1 => "-", _ => "o" }}\n")));
        project.Compile(RoadProject.Model("AnswerModel", "answers", "approved"));
        project.InferContracts();
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        Assert.DoesNotContain("KILN1023", result.Output);

        project.ReplaceFirst("data/answers.schema.json", "\"nullable\": false, \"role\": \"feature\", \"values\": [\"+\", \"-\", \"o\"]",
            "\"nullable\": true, \"role\": \"feature\", \"values\": [\"+\", \"o\"], \"missing\": [\"-\"]");

        Assert.Matches(@"answers\.csv\(3,7\): warning KILN1023: '-' counts as a missing value in 'approved', which AnswerModel predicts, so rows are left out \(40 rows .+",
            Assert.Single(Warnings(project.Train()), line => line.Contains("KILN1023")));
    }

    static List<string> Warnings(RoadResult result) => [.. result.Output.Split('\n').Where(line => line.Contains(": warning KILN", StringComparison.Ordinal))];
}
