using Kiln.Contracts.Locks;
using Kiln.Host.Training.Encodings;
using Microsoft.ML;

namespace Kiln.Host.Training;

/// <summary>A model of the default pipeline.</summary>
/// <param name="Settings">How its trees were grown, if it has any.</param>
/// <param name="Boosting">How its trees were grown, where that was found out from the rows; null where nothing was.</param>
/// <param name="Texts">What it reads in free text.</param>
/// <param name="Features">What LightGBM's trees split by; null where they are not the model.</param>
sealed record DefaultModel(ITransformer Model, BoostingSettings Settings, LockedBoosting? Boosting, IReadOnlyList<LearntText> Texts, TreeFeatures? Features = null);
