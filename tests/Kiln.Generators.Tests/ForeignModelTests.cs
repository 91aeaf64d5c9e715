using Kiln.Testing;

namespace Kiln.Generators.Tests;

/// <summary>The class of an ONNX file that was made elsewhere, from its signature. Compiled as strictly as can be, with Kiln.dll itself.</summary>
public sealed class ForeignModelTests
{
    const string Classifier = """
        {
          "format": 1,
          "inputs": [
            { "name": "x", "type": "float", "length": 2, "property": "X", "columns": ["Age", "Income"] },
            { "name": "words", "type": "string", "length": 2, "property": "Words" },
            { "name": "is new", "type": "bool", "property": "IsNew" },
            { "name": "counts", "type": "int64", "length": 3, "property": "Counts" },
            { "name": "class", "type": "int32", "property": "class" }
          ],
          "outputs": [
            { "name": "label", "type": "string", "property": "PredictedLabel" },
            { "name": "scores", "type": "float", "length": 2, "property": "Probabilities", "classes": ["no", "yes \"☃\""] },
            { "name": "flags", "type": "bool", "length": 2, "property": "Flags" }
          ]
        }
        """;

    [Fact]
    public void Inputs_and_outputs_are_properties_of_their_types()
    {
        var generated = new TestProject().Signature("churn model", Classifier).Source("""
            using System;
            using System.Linq;
            using App.Models;
            static class Script
            {
                static string Run()
                {
                    var input = new ChurnModel.Input { Age = 1, Income = 2, Words = new[] { "a", "b" }, IsNew = true, Counts = new long[] { 1, 2, 3 }, @class = 4 };
                    var prediction = new ChurnModel.Prediction("no", new[] { 0.25f, 0.75f }, new[] { true, false });
                    try
                    {
                        prediction.ProbabilityOf("maybe");
                        return "";
                    }
                    catch (ArgumentOutOfRangeException)
                    {
                    }
                    return $"{input.Income} {prediction.PredictedLabel} {prediction.ProbabilityOf("yes \"☃\"")} "
                        + string.Join(" ", typeof(ChurnModel).GetMethods().Where(method => method.Name is "Load" or "Predict").Select(method => method.Name).Order());
                }
            }
            """, "/project/Script.cs").Generate();

        Assert.Equal("2 no 0.75 Load Load Load Predict Predict", generated.Run());
    }

    [Fact]
    public void A_signature_that_cannot_be_read_gives_no_types_and_of_two_with_one_name_the_first_does()
    {
        var generated = new TestProject()
            .Signature("broken", Classifier.Replace("\"Age\", ", ""))
            .Signature("churn", Classifier).Signature("Churn", Classifier)
            .Generate();

        Assert.Equal(["Models.Churn.g.cs"], generated.Files.Keys);
    }

    [Theory]
    [InlineData("\"length\": 2", "\"length\": 0")]
    [InlineData("\"format\": 1", "\"format\": 2")]
    [InlineData("\"type\": \"int32\"", "\"type\": \"int16\"")]
    [InlineData("\"property\": \"class\"", "\"property\": \"Age\"")]
    [InlineData("\"property\": \"Flags\"", "\"property\": \"two words\"")]
    [InlineData("\"property\": \"Flags\"", "\"property\": \"GetHashCode\"")]
    public void What_a_signature_cannot_say_is_refused(string said, string instead) =>
        Assert.Empty(new TestProject().Signature("churn", Classifier.Replace(said, instead)).Generate().Files);
}
