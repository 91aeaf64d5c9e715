// origin: alongside the rules
using Microsoft.ML;

namespace Other;

/// <summary>Names that look like ML.NET's, and are not.</summary>
public sealed class Pipeline
{
    readonly List<string> _steps = [];

    public Pipeline Append(string step)
    {
        _steps.Add(step);
        return this;
    }

    public Pipeline Transform(string text) => Append(text.ToUpperInvariant());

    public void Save(string path) => File.WriteAllLines(path, _steps);

    public static Pipeline Load(string path)
    {
        var pipeline = new Pipeline();
        foreach (var line in File.ReadAllLines(path))
            pipeline.Append(line);
        return pipeline;
    }
}

public static class Program
{
    public static void Main()
    {
        var pipeline = Pipeline.Load("pipeline.txt");
        pipeline.Append("build");
        pipeline.Transform("test");
        pipeline.Save("pipeline.txt");
        Console.WriteLine($"{typeof(MLContext).Assembly.GetName().Version}: {new Random().Next()} {DateTime.Now}");
    }
}
