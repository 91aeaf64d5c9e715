namespace Kiln.Road.Tests;

/// <summary>A rule that changes no model is held against the data all the same, once.</summary>
public sealed class VerificationTests : IDisposable
{
    readonly RoadProject _project = new();

    public VerificationTests()
    {
        _project.AddDataset("penguins", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv")));
        _project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.True(_project.InferContracts().Succeeded);
        Assert.True(_project.Train().Succeeded);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_new_rule_is_verified_without_a_training()
    {
        var model = _project.Onnx("PenguinModel");
        var locked = File.ReadAllText(Path.Combine(_project.Directory, "PenguinModel.lock.json"));

        AddRule("bill_length_mm > bill_depth_mm");
        var passed = _project.Train();
        Assert.True(passed.Succeeded, passed.Output);
        Assert.Equal(0, passed.Trained);
        Assert.Equal(locked, File.ReadAllText(Path.Combine(_project.Directory, "PenguinModel.lock.json")));

        _project.Replace("data/penguins.schema.json", "bill_length_mm > bill_depth_mm", "body_mass_g < 6000");
        var failed = _project.Train();
        Assert.False(failed.Succeeded);
        Assert.Equal(0, failed.Trained);
        Assert.EndsWith("error KILN1040: this row breaks the rule 'r', body_mass_g < 6000: body_mass_g = 6300 (the first of 4 rows, 1.2 %); correct the row, or change the rule in 'penguins.schema.json'",
            failed.Errors[0]);
        Assert.Equal(model, _project.Onnx("PenguinModel"));

        // It stays broken until something is done.
        Assert.False(_project.Train().Succeeded);
        _project.Replace("data/penguins.schema.json", "\"sql\": \"body_mass_g < 6000\"", "\"sql\": \"body_mass_g < 6000\", \"severity\": \"warning\"");
        var warned = _project.Train();
        Assert.True(warned.Succeeded, warned.Output);
        Assert.Contains("warning KILN1040", warned.Output);
    }

    [Fact]
    public void Data_without_a_model_is_held_against_its_contract()
    {
        var file = _project.AddDataset("prices", "item,price\na,1.5\nb,2\na,0.5\nb,4\n");
        Assert.True(_project.InferContracts().Succeeded);
        Assert.True(_project.Train().Succeeded);

        File.AppendAllText(file, "b,-5\n");
        var told = _project.Train();
        Assert.False(told.Succeeded);
        Assert.Equal(0, told.Trained);
        Assert.Contains("prices.csv(6,3): error KILN1009: '-5' is below the \"min\" 0 of column 'price'", told.Errors[0]);

        // The contract alone is mended; a build that failed is not taken for one that passed.
        Assert.False(_project.Train().Succeeded);
        _project.ReplaceFirst("data/prices.schema.json", ", \"min\": 0", "");
        var mended = _project.Train();
        Assert.True(mended.Succeeded, mended.Output);
    }

    [Fact]
    public void What_is_wrong_with_data_is_said_once_however_many_models_have_them()
    {
        _project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"), RoadProject.Model("SexModel", "penguins", "sex"));
        AddRule("body_mass_g < 6300");

        Assert.Contains("KILN1040", _project.Train().Error);
    }

    [Fact]
    public void What_is_not_allowed_in_a_rule_is_told_before_any_training()
    {
        AddRule("body_mass_g < (SELECT 1)");

        Assert.Matches(@"penguins\.schema\.json\(\d+,\d+\): error KILN1005: the rule ""r"" is refused: it has a query inside, and a rule looks at one row; correct the contract", _project.Train().Error);
    }

    void AddRule(string sql) => _project.ReplaceFirst("data/penguins.schema.json", "  \"profile\":", $"  \"rules\": [{{ \"name\": \"r\", \"sql\": \"{sql}\" }}],\n  \"profile\":");
}
