// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Cooking;

/// <summary>Recommends recipes with a factorization machine over cook and recipe.</summary>
public sealed class RecipeRecommender
{
    readonly MLContext _ml = new(seed: 41);
    readonly ITransformer _model;

    public RecipeRecommender(IEnumerable<Taste> tastes)
    {
        var all = _ml.Data.LoadFromEnumerable(tastes);
        var split = _ml.Data.TrainTestSplit(all, testFraction: 0.25);

        var encoded = _ml.Transforms.Categorical.OneHotEncoding("CookVector", nameof(Taste.Cook))
            .Append(_ml.Transforms.Categorical.OneHotEncoding("RecipeVector", nameof(Taste.Recipe)));
        var trainer = _ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(
            new[] { "CookVector", "RecipeVector" }, labelColumnName: nameof(Taste.Liked));

        _model = encoded.Append(trainer).Fit(split.TrainSet);
        Quality = _ml.BinaryClassification.Evaluate(_model.Transform(split.TestSet), nameof(Taste.Liked)).AreaUnderRocCurve;
    }

    public double Quality { get; }

    /// <summary>All recipes are scored at once, so there is no engine.</summary>
    public IReadOnlyList<string> For(string cook, IReadOnlyList<string> recipes)
    {
        var questions = _ml.Data.LoadFromEnumerable(recipes.Select(recipe => new Taste { Cook = cook, Recipe = recipe }));
        var scores = _model.Transform(questions).GetColumn<float>("Score");
        return recipes.Zip(scores).OrderByDescending(pair => pair.Second).Select(pair => pair.First).Take(10).ToList();
    }
}

public sealed class Taste
{
    public string Cook { get; set; } = "";
    public string Recipe { get; set; } = "";
    public bool Liked { get; set; }
}
