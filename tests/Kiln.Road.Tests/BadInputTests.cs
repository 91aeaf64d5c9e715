using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Each kind of bad input gets one line that says where, what, why and what to do, and leaves nothing half done.</summary>
public class BadInputTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_missing_data_file_is_an_error_at_its_item()
    {
        using var project = new RoadProject();
        File.Delete(project.AddDataset("penguins", Penguins));

        Assert.Matches(@"App\.csproj\(2,\d+\): error KILN1001: .*penguins\.csv.*; .+", project.InferContracts().Error);
    }

    [Theory]
    [InlineData("", "KILN1002")]
    [InlineData("a,b,c\n", "KILN1003")]
    public void A_file_without_rows_is_an_error_at_the_file(string content, string id)
    {
        using var project = new RoadProject();
        project.AddDataset("empty", content);

        Assert.Matches($@"empty\.csv(\(1,1\))?: error {id}: .+; .+", project.InferContracts().Error);
        Assert.Empty(Directory.EnumerateFiles(project.Directory, "*.schema.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void An_unknown_label_suggests_the_nearest()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "Specis"));

        Assert.Matches(@"PenguinModel\.cs\(3,2\): error KILN1011: 'Specis' is not a column of 'penguins' \(did you mean 'species'\?\); .+", project.Train().Error);
    }

    [Fact]
    public void An_unknown_dataset_suggests_the_nearest()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguin", "species"));

        Assert.Matches(@"PenguinModel\.cs\(3,2\): error KILN0012: 'penguin' is not a dataset of this project \(did you mean 'penguins'\?\); .+", project.Train().Error);
    }

    [Fact]
    public void A_label_with_one_class_is_an_error_at_the_model()
    {
        using var project = new RoadProject();
        project.AddDataset("same", "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i}.5,{(i < 30 ? "a" : "b")}\n")));
        project.Compile(RoadProject.Model("SameModel", "same", "y"));
        project.InferContracts();
        project.Replace("data/same.csv", ",b\n", ",a\n");

        Assert.Matches(@"SameModel\.cs\(3,2\): error KILN1012: label 'y' has one value.+; .+", project.Train().Error);
    }

    [Fact]
    public void One_model_that_does_not_fit_leaves_the_others_to_be_trained()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"), RoadProject.Model("SexModel", "penguins", "sex"));
        Assert.True(project.Train().Succeeded);
        File.Delete(Path.Combine(project.Models, "App.SexModel.onnx"));
        project.Compile(
            RoadProject.Model("PenguinModel", "penguins", "Specis"), RoadProject.Model("LostModel", "penguin", "sex"), RoadProject.Model("SexModel", "penguins", "sex"));

        var result = project.Train();

        Assert.Matches(@"LostModel\.cs\(3,2\): error KILN0012: ", result.Output);
        Assert.Matches(@"PenguinModel\.cs\(3,2\): error KILN1011: ", result.Output);
        Assert.True(File.Exists(Path.Combine(project.Models, "App.SexModel.onnx")));
        Assert.True(File.Exists(Path.Combine(project.Models, "App.PenguinModel.onnx")));
    }

    [Fact]
    public void A_lock_that_cannot_be_read_leaves_the_others_to_be_trained()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"), RoadProject.Model("SexModel", "penguins", "sex"));
        File.WriteAllText(Path.Combine(project.Directory, "PenguinModel.lock.json"), "{");

        Assert.Matches(@"PenguinModel\.lock\.json\(1,2\): error KILN3001: .+; .+", project.Train().Error);
        Assert.Equal(["App.SexModel.model.json", "App.SexModel.onnx"], Directory.EnumerateFiles(project.Models).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_handful_of_rows_is_too_few()
    {
        using var project = new RoadProject();
        project.AddDataset("few", "x,y\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i}.5,{i % 7}.25\n")));
        project.Compile(RoadProject.Model("FewModel", "few", "y"));
        project.InferContracts();

        Assert.Matches(@"FewModel\.cs\(3,2\): error KILN1015: 'few' has 12 rows with a value for 'y' .+; add data", project.Train().Error);
    }

    [Theory]
    [InlineData("Other.PenguinModel", "Other.cs", "'App.PenguinModel' and 'Other.PenguinModel' would overwrite each other's PenguinModel.lock.json; .+")]
    [InlineData("app.PenguinModel", "Sub/Other.cs", "'App.PenguinModel' and 'app.PenguinModel' would overwrite each other's models/app.PenguinModel.onnx; .+")]
    [InlineData("app.PenguinModel", "Other.cs", "'App.PenguinModel' and 'app.PenguinModel' would overwrite each other's models/app.PenguinModel.onnx; .+")]
    public void Two_models_of_one_file_are_an_error(string type, string file, string message)
    {
        var model = RoadProject.Model("PenguinModel", "penguins", "species");
        var twin = new ModelDefinition
        {
            Name = model.Name, Type = type, Dataset = model.Dataset, Label = model.Label, Version = model.Version, Location = new(file, 8, 2),
        };
        using var project = Ready(model, twin);

        var errors = project.Train().Error;

        Assert.Matches(@$"Other\.cs\(8,2\): error KILN0011: {message}", errors);
        Assert.Single(errors.Split('\n'), line => line.Contains("KILN0011"));
    }

    [Theory]
    [InlineData("\"type\": \"number\"", "\"type\": \"numbr\"", @"penguins\.schema\.json\(9,\d+\): error KILN1005: .*did you mean 'number'")]
    [InlineData("\"columns\": [", "\"columns\": ", @"penguins\.schema\.json\(8,\d+\): error KILN1005: .+")]
    [InlineData("\"format\": 1", "\"format\": 99", @"penguins\.schema\.json\(3,\d+\): error KILN1005: .+format 99.+")]
    public void An_unreadable_contract_is_an_error_at_its_line(string text, string replacement, string expected)
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"));
        project.ReplaceFirst("data/penguins.schema.json", text, replacement);

        Assert.Matches(expected, project.Train().Error);
    }

    [Theory]
    [InlineData("Adelie,Torgersen,abc,18.7,181,3750,male,2007", "KILN1007", 18)]
    [InlineData("Adelie,Torgersen,-39.1,18.7,181,3750,male,2007", "KILN1009", 18)]
    [InlineData("Adeli,Torgersen,39.1,18.7,181,3750,male,2007", "KILN1009", 1)]
    [InlineData(",Torgersen,39.1,18.7,181,3750,male,2007", "KILN1008", 1)]
    public void A_row_that_breaks_the_contract_is_an_error_at_its_field(string row, string id, int column)
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.True(project.Train().Succeeded);
        var onnx = project.Onnx("PenguinModel");
        project.AddRow(row);

        Assert.Matches($@"penguins\.csv\(346,{column}\): error {id}: .+; .+", project.Train().Error);
        Assert.Equal(onnx, project.Onnx("PenguinModel"));
    }

    [Fact]
    public void A_lock_that_cannot_be_read_is_an_error_in_the_lock_and_is_kept()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"));
        project.Train();
        project.ReplaceFirst("PenguinModel.lock.json", "  \"version\"", "<<<<<<< HEAD\n  \"version\"");
        var before = project.Snapshot()["PenguinModel.lock.json"];

        Assert.Matches(@"PenguinModel\.lock\.json\(5,1\): error KILN3001: .+; .+", project.Train().Error);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("1.0")]
    public void A_version_that_is_not_SemVer_is_an_error_at_the_model_and_is_not_released(string version)
    {
        using var project = Ready(new ModelDefinition
        {
            Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = version, Location = new("PenguinModel.cs", 3, 2),
        });

        Assert.Matches($@"PenguinModel\.cs\(3,2\): error KILN3002: '{version}' is not a SemVer 2\.0 version, .+; .+", project.Train().Error);
        Assert.Contains("KILN3002", project.Release().Error);
        Assert.False(File.Exists(Path.Combine(project.Directory, "PenguinModel.lock.json")));
    }

    [Fact]
    public void A_lock_of_a_newer_Kiln_is_not_to_be_restored_but_the_package_to_be_updated()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"));
        project.Train();
        project.ReplaceFirst("PenguinModel.lock.json", "\"format\": 1,", "\"format\": 2,\n  \"novelty\": {},");
        var before = project.Snapshot()["PenguinModel.lock.json"];

        var error = project.Train().Error;

        Assert.Matches(@"PenguinModel\.lock\.json\(3,13\): error KILN3001: the lock was written by a newer Kiln: .+ format 2; .+; update the package Kiln .+", error);
        Assert.DoesNotContain("restore", error);
        Assert.Equal(before, project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void An_empty_lock_is_an_error_and_is_not_begun_anew()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"));
        File.WriteAllText(Path.Combine(project.Directory, "PenguinModel.lock.json"), "");

        Assert.Matches(@"PenguinModel\.lock\.json\(1,1\): error KILN3001: .+ restore it from version control .+", project.Train().Error);
        Assert.Equal("", File.ReadAllText(Path.Combine(project.Directory, "PenguinModel.lock.json")));
    }

    [Fact]
    public void Two_datasets_of_one_name_are_an_error()
    {
        using var project = Ready(RoadProject.Model("PenguinModel", "penguins", "species"));
        project.AddDataset("penguins", Penguins);

        Assert.Matches(@"App\.csproj\(2,\d+\): error KILN0010: two datasets are called 'penguins', .+; .+", project.Train().Error);
    }

    static RoadProject Ready(params ModelDefinition[] models)
    {
        var project = new RoadProject();
        project.AddDataset("penguins", Penguins);
        project.Compile(models);
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }
}
