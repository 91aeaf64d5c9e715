using Kiln.Tests.Onnx;

namespace Kiln.Tests;

public class PredictorLoadTests : IDisposable
{
    readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ChurnModel.onnx")]
    [InlineData("ChurnModel.model.json")]
    public void A_missing_file_says_how_to_get_it(string file)
    {
        File.Delete(Path.Combine(folder.Path, file));

        var error = Assert.Throws<FileNotFoundException>(folder.Load);

        Assert.Equal(Path.Combine(folder.Path, file), error.FileName);
        Assert.Contains("Build the project that declares it", error.Message);
    }

    [Fact]
    public void The_default_folder_is_the_applications_own()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Predictor.Load("NoSuchModel", [], [], []));

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "models", "NoSuchModel.model.json"), error.FileName);
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
    [InlineData("\"BinaryClassification\"", "\"Ranking\"", "the ModelTask 'Ranking' belongs to another version of Kiln.")]
    [InlineData("\"type\": \"text\"", "\"type\": \"image\"", "inputs of type 'image' belong to another version of Kiln.")]
    [InlineData("\"version\": \"1.2.0\"", "\"version\": null", "'version' is null.")]
    [InlineData("\"label\"", "\"target\"", "is not a valid manifest")]
    public void A_manifest_of_another_kind_is_refused(string text, string replacement, string why)
    {
        File.WriteAllText(folder.Manifest, File.ReadAllText(folder.Manifest).Replace(text, replacement));

        Assert.Contains(why, Assert.Throws<InvalidDataException>(folder.Load).Message);
    }

    [Theory]
    [InlineData("Age", "Contract", "no|yes", "it needs the number 'Monthly charges', which the code was compiled without")]
    [InlineData("Age|Monthly charges|Tenure", "Contract", "no|yes", "it was trained without the number 'Tenure'")]
    [InlineData("Age|Monthly charges", "contract", "no|yes", "it needs the text 'Contract'")]
    [InlineData("Age|Age|Monthly charges", "Contract", "no|yes", "it has 2 number inputs where the code was compiled for 3")]
    [InlineData("Age|Monthly charges", "Contract", "yes|no", "its classes are [no, yes] where the code was compiled for [yes, no]")]
    public void A_model_the_code_was_not_compiled_for_is_refused(string numbers, string texts, string classes, string why)
    {
        var error = Assert.Throws<InvalidDataException>(
            () => Predictor.Load("ChurnModel", folder.Path, numbers.Split('|'), texts.Split('|'), classes.Split('|')));

        Assert.Contains(why, error.Message);
        Assert.Contains("Build the project that declares the model 'ChurnModel' again", error.Message);
    }
}
