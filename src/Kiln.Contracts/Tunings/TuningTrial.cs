namespace Kiln.Contracts.Tunings;

/// <summary>Settings that a search tried.</summary>
/// <param name="Loss">Mean over the rows that judged it; lower is better. Null where the process was ended while it ran.</param>
/// <param name="Rounds">How many were enough.</param>
/// <param name="Folds">How many judged it: fewer than all where the first showed that it is worse.</param>
public sealed record TuningTrial(TunedSettings Settings, double? Loss, long Rounds, long Folds);
