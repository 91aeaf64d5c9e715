namespace Kiln.Host.Boosters;

/// <summary>Marks a trainer that stands in for another already.</summary>
interface IBoosterTrainer;
