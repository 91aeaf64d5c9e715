namespace Kiln.Build.Tests;

/// <summary>What a label's values make of a model, through the whole of a user's build.</summary>
public sealed class LabelTests(Packages packages)
{
    const string Program = """
        var model = SpamModel.Load();
        var p = model.Predict(new() { Links = 9, Words = 10 });
        Console.WriteLine($"{p.PredictedLabel} {SpamModel.NameOf(p.PredictedLabel)} {p.Probability > 0.5f && p.Probability <= 1} {(int)SpamModel.Kind.Spam}");
        """;

    /// <summary>Spam has links; every twelfth mail is otherwise.</summary>
    static readonly string Mails = "links,words,kind\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        $"{i % 10},{i * 7 % 600},{(i % 10 > 6 ^ i % 12 == 0 ? "spam" : "nonspam")}\n"));

    ConsumerProject App(string model) => new ConsumerProject(
            packages, "App", Penguins.Executable + """<ItemGroup><Dataset Include="data/mails.csv" /></ItemGroup>""")
        .Write("data/mails.csv", Mails).Write("SpamModel.cs", model).Write("Program.cs", Program);

    [Fact]
    public void Two_texts_are_told_apart_with_a_probability_of_the_positive_one()
    {
        var app = App("""
            using Kiln;

            [Model("mails", Label = "kind", Version = "1.0.0", Positive = "spam")]
            [Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
            public sealed partial class SpamModel;
            """);

        app.Build().Succeeds();

        Assert.Contains("\"values\": [\"nonspam\", \"spam\"], \"positive\": \"spam\"", File.ReadAllText(app["data/mails.schema.json"]));
        Assert.Contains("Spam spam True 1", app.Start("bin/Debug/net10.0/App").Succeeds().Output);
    }

    [Fact]
    public void Few_numbers_are_told_with_the_line_that_makes_classes_of_them()
    {
        const string Model = """
            using Kiln;

            [Model("mails", Label = "links", Version = "1.0.0")]
            [Gate(Metric.RSquared, AtLeast = -9)]
            public sealed partial class SpamModel;
            """;
        var app = App(Model).Write("Program.cs", "Console.WriteLine(typeof(SpamModel.Prediction));");

        Assert.Contains(
            "SpamModel.cs(3,2): warning KILN1028: label 'links' holds 10 whole numbers (0 … 9): predicted as a number (regression); "
            + "for classes paste Task = ModelTask.MulticlassClassification, to keep it Task = ModelTask.Regression", app.Build().Succeeds().Output);

        app.Edit("SpamModel.cs", text => text.Replace("1.0.0\")", "2.0.0\", Task = ModelTask.MulticlassClassification)").Replace("RSquared, AtLeast = -9", "MicroAccuracy, AtLeast = 0"))
            .Write("Program.cs", """
                var model = SpamModel.Load();
                Console.WriteLine(string.Join(" ", Enum.GetNames<SpamModel.Links>()) + " " + model.Predict(new() { Words = 10, Kind = "spam" }).Probability.ToString("0"));
                """);
        var second = app.Build().Succeeds();

        Assert.DoesNotContain("KILN1028", second.Output);
        Assert.Contains("_0 _1 _2 _3 _4 _5 _6 _7 _8 _9 ", app.Start("bin/Debug/net10.0/App").Succeeds().Output);
    }
}
