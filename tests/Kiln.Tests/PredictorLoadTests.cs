using System.Text.Json;
using Kiln.Tests.Onnx;

namespace Kiln.Tests;

public class PredictorLoadTests : IDisposable
{
    readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Shop.ChurnModel.onnx")]
    [InlineData("Shop.ChurnModel.model.json")]
    public void A_missing_file_says_how_to_get_it(string file)
    {
        File.Delete(Path.Combine(folder.Path, file));

        var error = Assert.Throws<FileNotFoundException>(folder.Load);

        Assert.Equal(Path.Combine(folder.Path, file), error.FileName);
        Assert.Contains("Build the project that declares it", error.Message);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told()
    {
        File.Delete(folder.Onnx);
        Directory.CreateDirectory(folder.Onnx);

        var error = Assert.Throws<IOException>(folder.Load);

        Assert.StartsWith($"The file '{folder.Onnx}' of the model 'Shop.ChurnModel' cannot be read: ", error.Message);
    }

    [Fact]
    public void The_default_folder_is_the_applications_own()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Predictor.Load(new("A.NoSuchModel", "A.NoSuchModel", null), [], [], []));

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "models", "A.NoSuchModel.model.json"), error.FileName);
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_it_is_cut()
    {
        for (var length = 0; length < SmallModel.Bytes.Length; length += 13)
        {
            File.WriteAllBytes(folder.Onnx, SmallModel.Bytes[..length]);
            Assert.Contains("its SHA-256 is not the one in its manifest", Assert.Throws<InvalidDataException>(folder.Load).Message);
        }
    }

    [Fact]
    public void A_file_that_is_whole_and_no_model_is_refused()
    {
        folder.Write([1, 2, 3]);

        Assert.Contains("Not a valid ONNX file", Assert.Throws<InvalidDataException>(folder.Load).Message);
    }

    [Fact]
    public void A_manifest_cut_off_anywhere_is_refused()
    {
        var manifest = File.ReadAllText(folder.Manifest);
        for (var length = 0; length < manifest.Length; length++)
        {
            File.WriteAllText(folder.Manifest, manifest[..length]);
            Assert.Contains("is not a valid manifest", Assert.Throws<InvalidDataException>(folder.Load).Message);
        }
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "format 2 belongs to another version of Kiln.")]
    [InlineData("\"BinaryClassification\"", "\"Forecasting\"", "the ModelTask 'Forecasting' belongs to another version of Kiln.")]
    [InlineData("\"type\": \"text\"", "\"type\": \"image\"", "inputs of type 'image' belong to another version of Kiln.")]
    [InlineData("\"version\": \"1.2.0\"", "\"version\": null", "'version' is null.")]
    [InlineData("\"label\"", "\"target\"", "is not a valid manifest")]
    [InlineData("\"metrics\"", "\"threshold\": 1, \"metrics\"", "the threshold is not between 0 and 1.")]
    [InlineData("\"metrics\"", "\"interval\": 90, \"metrics\"", "the interval is not between 0 and 1.")]
    [InlineData("\"metrics\"", "\"threshold\": null, \"metrics\"", "is not a valid manifest")]
    public void A_manifest_of_another_kind_is_refused(string text, string replacement, string why)
    {
        folder.EditManifest(text, replacement);

        Assert.Contains(why, Assert.Throws<InvalidDataException>(folder.Load).Message);
    }

    [Theory]
    [InlineData("0.91", "0.99")]
    [InlineData("0.91", "9.1e-1")]
    [InlineData("\"LogLoss\": 0.3", "\"LogLoss\": 0.3, \"Accuracy\": 0.9")]
    [InlineData("\"metrics\"", "\"metrics\": { \"AreaUnderRocCurve\": 0.99 }, \"more\"")]
    [InlineData(", \"onnx\"", ", \"metrics\": { \"AreaUnderRocCurve\": 0.99 }, \"onnx\"")]
    [InlineData("[\"no\", \"yes\"]", "[\"yes\", \"no\"]")]
    [InlineData("[\"no\", \"yes\"]", "[\"no\"], \"labels\": [\"yes\"]")]
    [InlineData("\"Age\", \"type\": \"number\"", "\"Age\", \"type\": \"text\"")]
    [InlineData("1.2.0", "1.3.0")]
    [InlineData("4000", "5000")]
    [InlineData("Shop.ChurnModel", "Other.ChurnModel")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0")]
    public void An_edited_manifest_is_refused(string text, string replacement)
    {
        File.WriteAllText(folder.Manifest, File.ReadAllText(folder.Manifest).Replace(text, replacement));

        var error = Assert.Throws<InvalidDataException>(folder.Load);

        Assert.Contains($"'{folder.Manifest}' is not a valid manifest: it was changed after it was written", error.Message);
    }

    [Fact]
    public void A_manifest_without_a_hash_is_refused()
    {
        File.WriteAllText(folder.Manifest, File.ReadAllText(folder.Manifest).Replace("sha256", "md5"));

        Assert.Contains("is not a valid manifest", Assert.Throws<InvalidDataException>(folder.Load).Message);
    }

    [Fact]
    public void A_manifest_that_was_laid_out_anew_is_taken()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(folder.Manifest));
        File.WriteAllText(folder.Manifest, JsonSerializer.Serialize(manifest, new JsonSerializerOptions { WriteIndented = true }).ReplaceLineEndings("\r\n"));

        folder.Load();
    }

    [Fact]
    public void Both_files_of_another_model_are_refused()
    {
        var other = ModelFolder.Model with { Type = "Office.ChurnModel" };

        Assert.Contains(
            "its manifest is of the model 'Shop.ChurnModel', but the code was compiled for 'Office.ChurnModel'",
            Assert.Throws<InvalidDataException>(() => folder.Load(other)).Message);
    }

    [Fact]
    public void A_model_of_another_definition_is_refused()
    {
        var changed = ModelFolder.Model with { Definition = "89abcdef0123" };

        var error = Assert.Throws<InvalidDataException>(() => folder.Load(changed));

        Assert.Contains("it was trained from another definition of 'Shop.ChurnModel' (0123abcd) than the code was compiled with (89abcdef)", error.Message);
        Assert.Contains("KilnTrain=never", error.Message);
    }

    [Fact]
    public void Code_that_another_framework_trains_for_takes_its_definition()
    {
        var model = folder.Load(ModelFolder.Model with { Definition = null });

        Assert.Equal(("ChurnModel", "Shop.ChurnModel"), (model.Info.Name, model.Info.Type));
    }

    [Theory]
    [InlineData("Age", "Contract", "no|yes", "it needs the number 'Monthly charges', which the code was compiled without")]
    [InlineData("Age|Monthly charges|Tenure", "Contract", "no|yes", "it was trained without the number 'Tenure'")]
    [InlineData("Age|Monthly charges", "contract", "no|yes", "it needs the text 'Contract'")]
    [InlineData("Age|Age|Monthly charges", "Contract", "no|yes", "it has 2 number inputs, but the code was compiled for 3")]
    [InlineData("Age|Monthly charges", "Contract", "yes|no", "its classes are [no, yes], but the code was compiled for [yes, no]")]
    public void A_model_the_code_was_not_compiled_for_is_refused(string numbers, string texts, string classes, string why)
    {
        var error = Assert.Throws<InvalidDataException>(
            () => Predictor.Load(ModelFolder.Model, folder.Path, numbers.Split('|'), texts.Split('|'), classes.Split('|')));

        Assert.Contains(why, error.Message);
        Assert.Contains("Build the project that declares the model 'Shop.ChurnModel' again", error.Message);
    }
}
