using Kiln.Host.Foreign;

namespace Kiln.Host.Tests.Foreign;

/// <summary>Holds the predictor against ONNX Runtime on rows that a graph treats differently.</summary>
static class Judge
{
    /// <summary>Fails at the first row on which they differ, and where rows that differ have one answer.</summary>
    public static ForeignFile Agree(byte[] onnx, bool missing = true)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kiln-{Guid.NewGuid():N}.onnx");
        File.WriteAllBytes(path, onnx);
        try
        {
            var file = ForeignFile.Read(new("model", path, "", "app.csproj", "model.onnx"));
            using var runtime = new RuntimeAnswers(onnx, file.Graph, file.Signature);
            var rows = new RowGeneration(file.Graph, file.Signature);
            var answers = new HashSet<string>();
            foreach (var row in rows.Generate(missing: false).Concat(missing ? rows.Generate(missing: true) : []))
            {
                var expected = runtime.Run(row);
                answers.Add(string.Join("|", expected.Select(values => string.Join(",", values.Cast<object>()))));
                Assert.True(ForeignComparison.Compare(file, expected, row).Difference is not { } difference, $"{ForeignComparison.Compare(file, expected, row).Difference} for {row}");
            }
            Assert.True(answers.Count > 1, "every row has the same answer");
            return file;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
