using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class MulticlassModelTests
{
    static TestProject Project(params string[] classes) => StandIn.Project
        .Contract("penguins", Columns.Number("bill_length_mm"), Columns.Category("species", classes))
        .Source("""
            using Kiln;

            [Model("penguins", Label = "species", Version = "1.0.0")]
            sealed partial class Penguin;
            """);

    [Fact]
    public void The_likeliest_class_is_predicted_and_every_class_has_its_probability()
    {
        var shown = Project("Adelie", "Chinstrap", "Gentoo").Source("""
            static class Script
            {
                static string Run()
                {
                    Kiln.Predictor.Answer = new[] { 0.25f, 0.125f, 0.625f };
                    var model = Penguin.Load();
                    var p = model.Predict(new() { BillLengthMm = 39.5f });
                    Kiln.Predictor.Log.Add($"{p}");
                    foreach (var species in System.Enum.GetValues<Penguin.Species>())
                        Kiln.Predictor.Log.Add(System.FormattableString.Invariant($"{Penguin.NameOf(species)} {p.ProbabilityOf(species)}"));
                    Kiln.Predictor.Log.Add($"{p == new Penguin.Prediction(Kiln.Predictor.Answer)} {p == default}");
                    try
                    {
                        p.ProbabilityOf((Penguin.Species)3);
                    }
                    catch (System.ArgumentOutOfRangeException error)
                    {
                        Kiln.Predictor.Log.Add(error.ParamName!);
                    }
                    return Kiln.Predictor.Show;
                }
            }
            """, "/project/Script.cs").Generate().Run();

        Assert.Equal("""
            load Penguin from models: bill_length_mm |  | Adelie Chinstrap Gentoo
            score 39.5 | 
            Prediction { PredictedLabel = Gentoo, Probability = 0.625 }
            Adelie 0.25
            Chinstrap 0.125
            Gentoo 0.625
            True False
            label
            """, shown);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(500)]
    public void Many_classes_answer_alike(int count)
    {
        var shown = Project([.. Enumerable.Range(0, count).Select(i => $"class {i}")]).Source($$"""
            static class Script
            {
                static string Run()
                {
                    Kiln.Predictor.Answer = new float[{{count}}];
                    Kiln.Predictor.Answer[{{count - 2}}] = 0.75f;
                    var model = Penguin.Load();
                    var p = model.Predict(new() { BillLengthMm = 1f });
                    var again = model.Predict(new() { BillLengthMm = 2f });
                    Kiln.Predictor.Answer[0] = 0.25f;
                    var other = model.Predict(new() { BillLengthMm = 2f });
                    return System.FormattableString.Invariant($"{p.PredictedLabel} {p.Probability} {p.ProbabilityOf(p.PredictedLabel)} {p.ProbabilityOf(0)} ")
                        + $"{p == again} {p.GetHashCode() == again.GetHashCode()} {p == other} {default(Penguin.Prediction).ProbabilityOf(p.PredictedLabel)}";
                }
            }
            """, "/project/Script.cs").Generate().Run();

        Assert.Equal($"Class{count - 2} 0.75 0.75 0 True True False 0", shown);
    }

    [Fact]
    public void Classes_that_are_no_names_are_told_apart_and_keep_their_text()
    {
        string[] classes = ["1", "-1", "", "a b", "A B", "a-b", "<=50K", ">50K", "class", "é\u0301", "日本", "\ud83d\ude00", "\ud800", "1.5", "15", "value__", "\"q\"\\\n", "*"];
        var shown = Project(classes).Source($$"""
            using System.Linq;
            static class Script
            {
                static string Run() => string.Join("\n", System.Enum.GetValues<Penguin.Species>().Select(c => $"{c}"))
                    + "\n" + System.Enum.GetValues<Penguin.Species>().Select(Penguin.NameOf).SequenceEqual(new[] { {{string.Join(", ", classes.Select(c => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(c, true)))}} });
            }
            """, "/project/Script.cs").Generate().Run();

        Assert.Equal("""
            _1
            Minus1
            Empty
            AB
            AB2
            AB3
            AtMost50K
            Above50K
            Class
            É́
            日本
            Value
            Value2
            _1_5
            _15
            Value3
            Q
            Value4
            True
            """, shown);
    }

    [Theory]
    [InlineData("Prediction", "PredictionValue")]
    [InlineData("Input", "InputValue")]
    [InlineData("Columns", "ColumnsValue")]
    [InlineData("NameOf", "NameOfValue")]
    [InlineData("Info", "InfoValue")]
    [InlineData("Penguin", "PenguinValue")]
    [InlineData("class", "class")]
    [InlineData("Type", "Type")]
    public void The_labels_type_keeps_clear_of_the_models_members(string property, string type)
    {
        var shown = StandIn.Project
            .Contract("penguins", Columns.Number("x"), Columns.Category("y", "a", "b").Named(property))
            .Source("""
                [Kiln.Model("penguins", Label = "y", Version = "1.0.0")]
                partial class Penguin;
                static class Script
                {
                    static string Run() => typeof(Penguin.Prediction).GetProperty("PredictedLabel")!.PropertyType.Name;
                }
                """).Generate().Run();

        Assert.Equal(type, shown);
    }
}
