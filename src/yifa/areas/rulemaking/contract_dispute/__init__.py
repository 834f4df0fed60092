"""Disputes over contracts (合同纠纷): one case each, with the limits of litigation and arbitration."""
