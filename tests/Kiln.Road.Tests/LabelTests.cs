using System.Globalization;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>What a label is decides what is trained: two values are yes and no, few numbers are classes where the model says so.</summary>
public class LabelTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    /// <summary>The label follows x, but for every tenth row.</summary>
    static string Rows(string header, int rows, Func<int, string> low, Func<int, string> high) =>
        header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i =>
        {
            var x = i * 37 % rows;
            return FormattableString.Invariant($"{x / 4.0:0.00},{(x > 0.7 * rows ^ i % 10 == 0 ? high(i) : low(i))}\n");
        }));

    static RoadProject Ready(string csv, string label, TaskKind? task = null, string? positive = null, params ModelGate[] gates)
    {
        var project = new RoadProject();
        project.AddDataset("data", csv);
        Compile(project, label, task, positive, gates);
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    static void Compile(RoadProject project, string label, TaskKind? task = null, string? positive = null, params ModelGate[] gates) => project.Compile(new ModelDefinition
    {
        Name = "LabelModel", Type = "App.LabelModel", Dataset = "data", Label = label, Version = "1.0.0", Task = task, Positive = positive, Gates = gates,
        Location = new("LabelModel.cs", 3, 2),
    });

    static double Metric(RoadProject project, string name) => project.Lock("LabelModel").Metrics.Single(metric => metric.Key == name).Value.Value;

    static string Contract(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "data", "data.schema.json"));

    static string Manifest(RoadProject project) => File.ReadAllText(Path.Combine(project.Models, "App.LabelModel.model.json"));

    [Theory]
    [InlineData("spam", "nonspam", "spam")]
    [InlineData("Good", "Bad", "Good")]
    [InlineData("+", "-", "+")]
    [InlineData("negative", "positive", "positive")]
    [InlineData("2", "1", "2")]
    public void Two_values_are_a_binary_classification_and_the_contract_says_which_is_yes(string rare, string frequent, string positive)
    {
        using var project = Ready(Rows("x,y", 400, _ => frequent, _ => rare), "y", gates: RoadProject.AtLeast("AreaUnderRocCurve", 0.7));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains($"\"positive\": \"{positive}\"", Contract(project));
        Assert.Contains("BinaryClassification", Manifest(project));
        Assert.Contains($"\"classes\": [\"{(positive == rare ? frequent : rare)}\", \"{positive}\"]", Manifest(project));
        Assert.InRange(Metric(project, "Accuracy"), 0.8, 1);
    }

    [Fact]
    public void The_positive_class_of_the_model_is_what_the_metrics_are_about()
    {
        using var project = Ready(Rows("x,y", 600, _ => "nonspam", _ => "spam"), "y", positive: "spam");
        Assert.True(project.Train().Succeeded);
        var (auc, recall) = (Metric(project, "AreaUnderRocCurve"), Metric(project, "PositiveRecall"));

        Compile(project, "y", positive: "nonspam");
        var result = project.Train();

        Assert.Equal(1, result.Trained);
        Assert.Contains("\"classes\": [\"spam\", \"nonspam\"]", Manifest(project));
        Assert.Equal(auc, Metric(project, "AreaUnderRocCurve"), 0.02);
        Assert.NotEqual(recall, Metric(project, "PositiveRecall"), 0.01);
    }

    [Fact]
    public void Numbers_with_a_fraction_that_are_0_and_1_are_true_and_false()
    {
        using var project = Ready(Rows("x,defect", 200, i => i % 2 == 0 ? "0.0" : "0.0", _ => "1.0"), "defect", gates: RoadProject.AtLeast("AreaUnderRocCurve", 0.6));

        Assert.True(project.Train().Succeeded);

        Assert.Contains("\"type\": \"boolean\", \"nullable\": false, \"role\": \"feature\", \"true\": \"1.0\", \"false\": \"0.0\" }", Contract(project));
        Assert.Contains("\"classes\": [\"0.0\", \"1.0\"]", Manifest(project));
    }

    [Fact]
    public void A_boolean_label_can_be_measured_by_its_false()
    {
        using var project = Ready(Rows("x,y", 400, _ => "no", _ => "yes"), "y", positive: "no");

        Assert.True(project.Train().Succeeded);

        Assert.Contains("\"classes\": [\"yes\", \"no\"]", Manifest(project));
        Assert.InRange(Metric(project, "PositiveRecall"), 0.85, 1);
    }

    [Fact]
    public void Penguins_of_a_year_are_classes_once_the_task_says_so()
    {
        using var project = Ready(Penguins, "year", TaskKind.MulticlassClassification);
        Assert.Contains("\"classes\": [2007, 2008, 2009]", Contract(project));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("\"classes\": [\"2007\", \"2008\", \"2009\"]", Manifest(project));
        Assert.InRange(Metric(project, "MicroAccuracy"), 0, 1);
    }

    [Fact]
    public void A_quality_is_a_number_until_the_task_says_classes()
    {
        string Quality(int i) => (3 + i * 7 % 6).ToString(CultureInfo.InvariantCulture);
        using var project = Ready(Rows("x,quality", 600, _ => "5", Quality), "quality");
        Assert.True(project.Train().Succeeded);
        Assert.Contains("\"task\": \"Regression\"", Manifest(project));

        Compile(project, "quality", TaskKind.MulticlassClassification);
        Assert.True(project.Train().Succeeded);

        Assert.Contains("\"classes\": [\"3\", \"4\", \"5\", \"6\", \"7\", \"8\"]", Manifest(project));
        Assert.InRange(Metric(project, "MicroAccuracy"), 0.5, 1);
    }

    [Fact]
    public void A_new_number_is_an_error_where_it_is_a_class_and_none_where_it_is_a_quantity()
    {
        using var project = Ready(Penguins, "year", TaskKind.MulticlassClassification);
        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2010");
        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2010");

        Assert.Matches(
            @"data\.csv\(346,\d+\): error KILN1029: '2010' is not among the ""classes"" of column 'year' \(the first of 2 rows, 0\.6 %\), which a model predicts as classes; "
            + @"correct it, or add it to ""classes"" in 'data\.schema\.json'$", project.Train().Errors[0]);

        Compile(project, "species");
        Assert.True(project.Train().Succeeded);
    }

    [Fact]
    public void Two_texts_stay_two_classes_where_the_task_says_so()
    {
        using var project = Ready(Rows("x,y", 400, _ => "nonspam", _ => "spam"), "y", TaskKind.MulticlassClassification);

        Assert.True(project.Train().Succeeded);

        Assert.Contains("MulticlassClassification", Manifest(project));
        Assert.InRange(Metric(project, "MicroAccuracy"), 0.8, 1);
    }

    [Fact]
    public void A_positive_value_that_the_label_has_not_is_told_at_the_model()
    {
        using var project = Ready(Rows("x,y", 400, _ => "nonspam", _ => "spam"), "y", positive: "Spam");

        Assert.Matches(@"LabelModel\.cs\(3,2\): error KILN1030: 'Spam' is not a value of label 'y' \(did you mean 'spam'\?\); paste .+", project.Train().Error);
    }

    /// <summary>The small inputs that went wrong.</summary>
    [Theory]
    [InlineData("label-0.0-1.0.csv", "defect")]
    [InlineData("plus-minus-label.csv", "approved")]
    public void Labels_as_people_write_them_are_yes_and_no(string file, string label)
    {
        using var project = Ready(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Wild", file)), label);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("BinaryClassification", Manifest(project));
    }
}
