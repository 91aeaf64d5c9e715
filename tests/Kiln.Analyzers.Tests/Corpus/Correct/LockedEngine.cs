// origin: blind, first round
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;

namespace Labels;

public interface ITagger
{
    string Tag(string title);
}

public sealed class Article
{
    public string Title { get; set; } = "";
}

public sealed class Tagged
{
    public string PredictedLabel { get; set; } = "";
}

public sealed class Tagger : ITagger
{
    readonly Lock _gate = new();
    readonly PredictionEngine<Article, Tagged> _engine;

    public Tagger(Stream file)
    {
        var ml = new MLContext();
        _engine = ml.Model.CreatePredictionEngine<Article, Tagged>(ml.Model.Load(file, out _));
    }

    public string Tag(string title)
    {
        lock (_gate)
            return _engine.Predict(new Article { Title = title }).PredictedLabel;
    }
}

public static class Startup
{
    public static IServiceCollection AddTagging(this IServiceCollection services, string path) =>
        services.AddSingleton<ITagger>(_ => new Tagger(File.OpenRead(path)));
}
